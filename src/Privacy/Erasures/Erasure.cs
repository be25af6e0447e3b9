using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;
using Tupa.Retention;

namespace Tupa.Privacy;

/// <summary>A run of erasures, and the certificate of it.</summary>
public readonly record struct ErasureId(Guid Value) : IId<ErasureId>
{
    public static ErasureId New() => new(Guid.CreateVersion7());

    public static ErasureId From(Guid value) => new(value);

    public int CompareTo(ErasureId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>Why people were erased.</summary>
[Stored]
public enum ErasureCause
{
    /// <summary>Their erase-by day had come.</summary>
    Night,

    /// <summary>The same, told on the machine.</summary>
    Command,

    /// <summary>A backup had brought them back.</summary>
    Ledger,
}

/// <summary>
/// A run of erasures (hävitys) that has erased somebody, and once it has ended the certificate of it (hävitystodistus): how many,
/// by which rule, when. It names nobody and has no link to anybody. Kept by class TT-22.
/// </summary>
internal sealed class Erasure
{
    public const int LongestRooms = 2000;
    public const int LongestLeft = 1000;

    public required ErasureId Id { get; init; }
    public required ErasureCause Cause { get; init; }
    public required DateTime BegunAt { get; init; }

    /// <summary>When somebody was last erased in it: a run that nobody works on any more is ended by the next.</summary>
    public required DateTime TouchedAt { get; set; }

    /// <summary>Null while it runs, and after it was killed until the next run ends it.</summary>
    public DateTime? EndedAt { get; set; }
    public required int Months { get; init; }
    public required int BackupDays { get; init; }
    public required int MarginDays { get; init; }

    /// <summary>Erased wholly.</summary>
    public int People { get; set; }

    /// <summary>One card of somebody who is still here.</summary>
    public int Cards { get; set; }

    /// <summary>Due and not wholly erased at its end; they are tried again.</summary>
    public int Failed { get; set; }

    /// <summary>Due and kept by a legal hold.</summary>
    public int Held { get; set; }

    /// <summary>Rows touched, a line a room: "posts 812".</summary>
    public string Rooms { get; set; } = "";

    /// <summary>What of the files of the database still holds old bytes, as keys with a comma between; empty where nothing does.</summary>
    public string Left { get; set; } = "";
    public RetentionClassId RetentionClass { get; init; } = RetentionClassId.Default("TT-22");

    /// <summary>SHA-256 of <see cref="Certificate.Words"/>, once it has ended.</summary>
    public string? Digest { get; set; }

    public IReadOnlyDictionary<string, int> ByRoom() => Rooms.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ')).ToDictionary(l => l[0], l => int.Parse(l[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public void Add(IReadOnlyDictionary<string, int> rows)
    {
        var sums = ByRoom().Concat(rows).GroupBy(r => r.Key, r => r.Value, StringComparer.Ordinal).OrderBy(r => r.Key, StringComparer.Ordinal);
        Rooms = string.Join('\n', sums.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key} {r.Sum()}")));
    }
}

internal sealed class ErasureTable : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> erasure)
    {
        erasure.ToTable("privacy_erasures");
        erasure.Property(e => e.Rooms).HasMaxLength(Erasure.LongestRooms).Holding(Holds.Nobody);
        erasure.Property(e => e.Left).HasMaxLength(Erasure.LongestLeft).Holding(Holds.Nobody);
        erasure.Property(e => e.Digest).HasMaxLength(64).Holding(Holds.Nobody);

        // The newest first; those that have not ended.
        erasure.HasIndex(e => e.BegunAt);
        erasure.HasIndex(e => e.TouchedAt).HasFilter("ended_at is null");
    }
}
