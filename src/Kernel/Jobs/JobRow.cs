using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tupa.Kernel;

/// <summary>The last and next run of a job; its claim keeps other nodes away.</summary>
internal sealed class JobRow
{
    public required string Name { get; init; }
    public required DateTime DueAt { get; set; }
    public required DateTime ClaimedUntil { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    public int Counted { get; set; }
    public int Changed { get; set; }
    public int Failed { get; set; }

    /// <summary>The type of the exception that stopped the last run; never its message, which may name people.</summary>
    public string? Error { get; set; }
}

internal sealed class JobTable : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> job)
    {
        job.ToTable("kernel_jobs");
        job.HasKey(j => j.Name);
        job.Property(j => j.Name).HasMaxLength(120).Holding(Holds.Nobody);
        job.Property(j => j.Error).HasMaxLength(200).Holding(Holds.Nobody);
    }
}
