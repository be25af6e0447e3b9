using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>How it stands with a claim: what its check found last, and since when it has been so. Counts only.</summary>
internal sealed class ClaimRow
{
    public const int LongestKey = 60;
    public const int LongestCounts = 200;

    /// <summary>As <see cref="IClaimCheck.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>When the check was begun last, whatever came of it.</summary>
    public required DateTime TriedAt { get; set; }

    /// <summary>When it last ran to its end; null where it never has.</summary>
    public DateTime? RanAt { get; set; }

    /// <summary>What it found then.</summary>
    public ClaimOutcome? Outcome { get; set; }

    /// <summary>Since when it has found that.</summary>
    public DateTime? Since { get; set; }

    /// <summary>When whoever answers for it was told that it is false; null where it is not, or where there was nobody to tell.</summary>
    public DateTime? ToldAt { get; set; }

    /// <summary>As <see cref="ClaimCounts"/> writes them.</summary>
    public string Counts { get; set; } = "";

    /// <summary>The type of what stopped it the last time; null where nothing did.</summary>
    public string? Failure { get; set; }
}

/// <summary>What a check found: its first run of each day, and every run that found something else than the one before. So it can be shown how it stood in the past.</summary>
internal sealed class ClaimRun
{
    /// <summary>How far back it can be shown.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2 * 365);

    public required Guid Id { get; init; }
    public required string Key { get; init; }
    public required DateTime At { get; init; }
    public required ClaimOutcome Outcome { get; init; }
    public required string Counts { get; init; }
}

internal sealed class ClaimTable : IEntityTypeConfiguration<ClaimRow>
{
    public void Configure(EntityTypeBuilder<ClaimRow> claim)
    {
        claim.ToTable("privacy_claims");
        claim.HasKey(c => c.Key);
        claim.Property(c => c.Key).HasMaxLength(ClaimRow.LongestKey).Holding(Holds.Nobody);
        claim.Property(c => c.Counts).HasMaxLength(ClaimRow.LongestCounts).Holding(Holds.Nobody);
        claim.Property(c => c.Failure).HasMaxLength(200).Holding(Holds.Nobody);
    }
}

internal sealed class ClaimRunTable : IEntityTypeConfiguration<ClaimRun>
{
    public void Configure(EntityTypeBuilder<ClaimRun> run)
    {
        run.ToTable("privacy_claim_runs");
        run.Property(r => r.Key).HasMaxLength(ClaimRow.LongestKey).Holding(Holds.Nobody);
        run.Property(r => r.Counts).HasMaxLength(ClaimRow.LongestCounts).Holding(Holds.Nobody);

        // The days of one claim; what is over.
        run.HasIndex(r => new { r.Key, r.At });
        run.HasIndex(r => r.At);
    }
}

/// <summary>How counts are written in a row: "3 0 12".</summary>
internal static class ClaimCounts
{
    public static string Write(IReadOnlyList<long> counts) => string.Join(' ', counts.Select(c => c.ToString(CultureInfo.InvariantCulture)));

    public static IReadOnlyList<long> Read(string written) =>
        [.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => long.Parse(c, CultureInfo.InvariantCulture))];
}
