using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>Somebody whose erasure has begun and is not whole, because a room failed; tried again every night, and gone with the person.</summary>
internal sealed class ErasureTask
{
    public const int Longest = 400;

    public required PersonId Person { get; init; }
    public required Ended What { get; init; }
    public required DateTime Since { get; init; }
    public required DateTime TriedAt { get; set; }
    public int Tries { get; set; }

    /// <summary>The run that tried last.</summary>
    public required ErasureId Run { get; set; }

    /// <summary>The rooms that have not let go.</summary>
    public required string Rooms { get; set; }

    /// <summary>The types of what stopped them; never a message, which may name people.</summary>
    public required string Failures { get; set; }
}

internal sealed class ErasureTaskTable : IEntityTypeConfiguration<ErasureTask>
{
    public void Configure(EntityTypeBuilder<ErasureTask> task)
    {
        task.ToTable("privacy_erasure_tasks");
        task.HasKey(t => new { t.Person, t.What });

        // What was left of one is erased with the other, by the clock of the other.
        task.Property(x => x.Person).WhenJoined(JoinRule.Ends);
        task.Property(t => t.Rooms).HasMaxLength(ErasureTask.Longest).Holding(Holds.Nobody);
        task.Property(t => t.Failures).HasMaxLength(ErasureTask.Longest).Holding(Holds.Nobody);
    }
}
