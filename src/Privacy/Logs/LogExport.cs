using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>A part of the log that somebody took out.</summary>
public readonly record struct LogExportId(Guid Value) : IId<LogExportId>
{
    public static LogExportId New() => new(Guid.CreateVersion7());

    public static LogExportId From(Guid value) => new(value);

    public int CompareTo(LogExportId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>Who took a part of the log out, when, why, and which part. Kept as the log of those with powers (TT-16).</summary>
internal sealed class LogExport
{
    public const int LongestPurpose = 500;

    public required LogExportId Id { get; init; }

    /// <summary>Null once erased: the row stays as evidence, and nobody can tell whose it was.</summary>
    public PersonId? By { get; init; }
    public required DateTime At { get; init; }
    public required string Purpose { get; init; }

    /// <summary><see cref="LogFilter.Key"/>: fixed words.</summary>
    public required string Filter { get; init; }

    /// <summary>How many entries.</summary>
    public required int Entries { get; init; }
}

internal sealed class LogExportTable : IEntityTypeConfiguration<LogExport>
{
    public void Configure(EntityTypeBuilder<LogExport> export)
    {
        export.ToTable("privacy_log_exports");
        export.Property(e => e.Purpose).HasMaxLength(LogExport.LongestPurpose).Holding(Holds.FreeText);
        export.Property(e => e.Filter).HasMaxLength(200).Holding(Holds.Nobody);

        // The page, newest first; how many somebody has made of late.
        export.HasIndex(e => e.At);
        export.HasIndex(e => new { e.By, e.At });
    }
}
