using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>A report of a piece of content.</summary>
public readonly record struct ReportId(Guid Value) : IId<ReportId>
{
    public static ReportId New() => new(Guid.CreateVersion7());

    public static ReportId From(Guid value) => new(value);

    public int CompareTo(ReportId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>Somebody says that a piece of content should not stand as it does. The words are the reporter's own.</summary>
internal sealed class Report
{
    public const int LongestReason = 500;

    public required ReportId Id { get; init; }
    public required SpaceId Space { get; init; }

    /// <summary>Which <see cref="IHideable"/> knows the thing.</summary>
    public required string Kind { get; init; }
    public required Guid Thing { get; init; }
    public required AudienceId Audience { get; init; }
    public PersonId? Reporter { get; set; }
    public required string Reason { get; set; }
    public required DateTime At { get; init; }

    /// <summary>When a steward hid the thing or let it stand.</summary>
    public DateTime? HandledAt { get; set; }
    public PersonId? HandledBy { get; set; }
}

internal sealed class ReportTable : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.ToTable("spaces_reports");
        report.Property(r => r.Kind).HasMaxLength(20).Holding(Holds.Nobody);
        report.Property(r => r.Reason).HasMaxLength(Report.LongestReason).Holding(Holds.FreeText);

        // A steward's list, the open ones first.
        report.HasIndex(r => new { r.Space, r.HandledAt, r.At });
    }
}

/// <summary>Who was told of a report and may read it: stewards, and for a pupil's content the class teachers and the school office.</summary>
internal sealed class ReportReader
{
    public required ReportId Report { get; init; }
    public required PersonId Person { get; init; }
}

internal sealed class ReportReaderTable : IEntityTypeConfiguration<ReportReader>
{
    public void Configure(EntityTypeBuilder<ReportReader> reader)
    {
        reader.ToTable("spaces_report_readers");
        reader.HasKey(r => new { r.Report, r.Person });
    }
}
