using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A note of a batch's report, by its place in the file. Kept; it never repeats a value.</summary>
internal sealed class BatchNote
{
    public required BatchId Batch { get; init; }
    public required int Number { get; init; }
    public required FeedNoteKind Kind { get; init; }
    public string? File { get; init; }
    public int? Line { get; init; }
    public string? Column { get; init; }
    public required string ReasonFi { get; init; }
    public required string ReasonSv { get; init; }
    public required string ReasonEn { get; init; }

    public Text Reason => new(ReasonFi, ReasonSv, ReasonEn);

    public static BatchNote Of(BatchId batch, int number, FeedNote note) => new()
    {
        Batch = batch,
        Number = number,
        Kind = note.Kind,
        File = Cut(note.File, 200),
        Line = note.Line,
        Column = Cut(note.Column, 100),
        ReasonFi = Cut(note.Reason.Fi, 500)!,
        ReasonSv = Cut(note.Reason.Sv, 500)!,
        ReasonEn = Cut(note.Reason.En, 500)!,
    };

    private static string? Cut(string? text, int longest) => text?.Length > longest ? text[..longest] : text;
}

internal sealed class BatchNoteTable : IEntityTypeConfiguration<BatchNote>
{
    public void Configure(EntityTypeBuilder<BatchNote> note)
    {
        note.ToTable("register_batch_notes");
        note.HasKey(n => new { n.Batch, n.Number });
        note.Ignore(n => n.Reason);
        note.Property(n => n.File).HasMaxLength(200).Holding(Holds.Nobody);
        note.Property(n => n.Column).HasMaxLength(100).Holding(Holds.Nobody);
        note.Property(n => n.ReasonFi).HasMaxLength(500).Holding(Holds.Nobody);
        note.Property(n => n.ReasonSv).HasMaxLength(500).Holding(Holds.Nobody);
        note.Property(n => n.ReasonEn).HasMaxLength(500).Holding(Holds.Nobody);
    }
}

/// <summary>What a report counts, and how it is written in <see cref="Batch.Counts"/>.</summary>
public static class Counted
{
    public const string People = "people";
    public const string New = "new";
    public const string Returns = "returns";
    public const string Changed = "changed";
    public const string Ends = "ends";
    public const string Unclear = "unclear";
    public const string Unchanged = "unchanged";
    public const string Left = "left-out";

    /// <summary>Of whom the source has said something newer than a change of school year does.</summary>
    public const string Newer = "newer";
    public const string NewGroups = "groups.new";
    public const string RenamedGroups = "groups.renamed";
    public const string EndedGroups = "groups.ended";
    public const string Errors = "errors";
    public const string Dropped = "dropped";
    public const string Refused = "assignments.refused";

    /// <summary>Before the name of a field that changed.</summary>
    public const string Field = "changed.";

    internal static string Write(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join('\n', counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));

    internal static IReadOnlyDictionary<string, int> Read(string written) => written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' '))
        .ToDictionary(l => l[0], l => int.Parse(l[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
