using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>A legal hold on one person.</summary>
public readonly record struct LegalHoldId(Guid Value) : IId<LegalHoldId>
{
    public static LegalHoldId New() => new(Guid.CreateVersion7());

    public static LegalHoldId From(Guid value) => new(value);

    public int CompareTo(LegalHoldId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>
/// Säilytysvelvoite: keeps what is held of a person from being erased, for a reason, until a day. It stops the erasure and nothing
/// else: access ends as it does without it. One person places it, at once in force; it lapses unless a second confirms it.
/// </summary>
internal sealed class LegalHold
{
    public const int LongestReason = 500;

    /// <summary>How long it holds without a second person's word.</summary>
    public static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(7);

    /// <summary>What lasts longer is placed anew: somebody looks at it again.</summary>
    public const int LongestMonths = 24;

    public required LegalHoldId Id { get; init; }
    public required PersonId Person { get; init; }
    public required string Reason { get; init; }

    /// <summary>The data protection officer who placed it; null once erased.</summary>
    public PersonId? Owner { get; set; }
    public required DateTime PlacedAt { get; init; }

    /// <summary>Inclusive.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The second person.</summary>
    public PersonId? ConfirmedBy { get; set; }
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>Who wants it to end before its day; a second person ends it.</summary>
    public PersonId? EndAskedBy { get; set; }
    public DateTime? EndAskedAt { get; set; }

    /// <summary>It holds while now is before this: the one column that decides.</summary>
    public required DateTime UntilUtc { get; set; }

    /// <summary>The people who are held at an instant.</summary>
    public static IQueryable<PersonId> At(TupaDb db, DateTime now) => db.Set<LegalHold>().Where(h => now < h.UntilUtc).Select(h => h.Person);
}

internal sealed class LegalHoldTable : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> hold)
    {
        hold.ToTable("privacy_holds");
        hold.Property(h => h.Reason).HasMaxLength(LegalHold.LongestReason).Holding(Holds.FreeText);

        // Who is held; what is held of a person.
        hold.HasIndex(h => h.UntilUtc);
        hold.HasIndex(h => h.Person);
    }
}
