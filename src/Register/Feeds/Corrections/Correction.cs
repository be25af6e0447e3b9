using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A wish to have a value put right.</summary>
public readonly record struct CorrectionId(Guid Value) : IId<CorrectionId>
{
    public static CorrectionId New() => new(Guid.CreateVersion7());

    public static CorrectionId From(Guid value) => new(value);

    public int CompareTo(CorrectionId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

[Stored]
public enum CorrectionState
{
    Asked,

    /// <summary>The steward has put it right here; the source still says the old value, and is not heard on it.</summary>
    Corrected,

    /// <summary>The source says it right.</summary>
    Settled,
    Declined,
}

/// <summary>What a person says is wrong on a card, for the steward of the source that said it (GDPR article 16).</summary>
internal sealed class Correction
{
    public const int LongestSaid = 500;

    public required CorrectionId Id { get; init; }
    public required PersonId Person { get; init; }
    public required Card Card { get; init; }
    public required string Column { get; init; }

    /// <summary>Whose steward answers.</summary>
    public required Source Source { get; init; }

    /// <summary>The record that said it: what the source is told to look for. Null where nobody is on record for the value.</summary>
    public SourceRecordId? Record { get; init; }

    /// <summary>In the person's own words.</summary>
    public required string Said { get; init; }
    public required DateTime AskedAt { get; init; }
    public CorrectionState State { get; set; }
    public string? Answer { get; set; }
    public PersonId? AnsweredBy { get; set; }
    public DateTime? AnsweredAt { get; set; }
}

internal sealed class CorrectionTable : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.ToTable("register_corrections");
        correction.Property(c => c.Column).HasMaxLength(40).Holding(Holds.Nobody);
        correction.Property(c => c.Said).HasMaxLength(Correction.LongestSaid).Holding(Holds.FreeText);
        correction.Property(c => c.Answer).HasMaxLength(Correction.LongestSaid).Holding(Holds.FreeText);

        // What a feed must not undo; what a person has asked for.
        correction.HasIndex(c => new { c.Person, c.State });

        // The steward's list.
        correction.HasIndex(c => new { c.Source, c.State, c.AskedAt });
    }
}
