using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>How far the fetching of a source has come.</summary>
internal sealed class Pull
{
    public const int LongestMark = 1_000;

    /// <summary>As <see cref="IFeedPull.Format"/>.</summary>
    public required string Format { get; init; }
    public required DateTime AskedAt { get; set; }

    /// <summary>What the source said of itself when <see cref="Batch"/> was fetched.</summary>
    public string? Mark { get; set; }

    /// <summary>The last delivery that was fetched. A delivery that came to nothing is fetched anew.</summary>
    public BatchId? Batch { get; set; }
}

internal sealed class PullTable : IEntityTypeConfiguration<Pull>
{
    public void Configure(EntityTypeBuilder<Pull> pull)
    {
        pull.ToTable("register_pulls");
        pull.HasKey(p => p.Format);
        pull.Property(p => p.Format).HasMaxLength(40).Holding(Holds.Nobody);
        pull.Property(p => p.Mark).HasMaxLength(Pull.LongestMark).Holding(Holds.Nobody);
    }
}
