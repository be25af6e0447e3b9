using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One stretch of answering for a partner.</summary>
public readonly record struct SponsorshipId(Guid Value) : IId<SponsorshipId>
{
    public static SponsorshipId New() => new(Guid.CreateVersion7());

    public static SponsorshipId From(Guid value) => new(value);

    public int CompareTo(SponsorshipId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>How a stretch came about.</summary>
[Stored]
public enum SponsorshipKind
{
    /// <summary>The sponsor invited the partner.</summary>
    Invited,

    /// <summary>The sponsor said why the partner is still needed.</summary>
    Renewed,

    /// <summary>The sponsor left, and the deputy goes on.</summary>
    Passed,

    /// <summary>The sponsor left without a deputy: the head of the unit answers for a fortnight, to take over or to let it end.</summary>
    Acting,

    /// <summary>Somebody took it upon themself.</summary>
    TakenOver,
}

/// <summary>
/// Who of the staff answers for a partner, on what contract, from when until when. One partner has a chain of them, end to end: what
/// stands, what has been, and what follows when the sponsor leaves. The database refuses one that outlasts its sponsor or a year.
/// </summary>
internal sealed class Sponsorship
{
    public const int LongestContract = 80;
    public const int LongestPurpose = 300;
    public const int LongestReason = 500;

    /// <summary>So far ahead a partner may be invited or renewed.</summary>
    public const int LongestMonths = 12;

    public SponsorshipId Id { get; init; } = SponsorshipId.New();

    /// <summary>The partner's.</summary>
    public required AssignmentId Assignment { get; init; }
    public required AssignmentId SponsorAssignment { get; init; }
    public Population SponsorPopulation { get; init; } = Population.Staff;
    public required DateOnly SponsorEndsOn { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }

    /// <summary>Half-open, as all windows: who answers now is asked by these, the days are for the database to check.</summary>
    public required DateTime FromUtc { get; init; }
    public required DateTime UntilUtc { get; init; }

    /// <summary>The last day that was agreed. The chain may end before it, where nobody is left to answer: then the partner is suspended.</summary>
    public required DateOnly AgreedUntil { get; init; }
    public required string ContractReference { get; init; }
    public required string Purpose { get; init; }

    /// <summary>Who goes on when the sponsor leaves.</summary>
    public AssignmentId? Deputy { get; init; }
    public SponsorshipKind Kind { get; init; }

    /// <summary>Why it was renewed; null elsewhere.</summary>
    public string? Reason { get; init; }

    /// <summary>Null for the house, and once that person has been erased.</summary>
    public PersonId? ToldBy { get; init; }
    public required DateTime ToldAt { get; init; }

    /// <summary>The reminder that was sent last: 30, 7 or 1 days before the end; 0 for none yet.</summary>
    public int Reminded { get; init; }

    /// <summary>Those that stand at an instant.</summary>
    public static IQueryable<Sponsorship> At(TupaDb db, DateTime now) => db.Set<Sponsorship>().Where(s => s.FromUtc <= now && now < s.UntilUtc);

    /// <summary>Of each partner the one that stands, or that stood last. What is planned for later is not among them.</summary>
    public static IQueryable<Sponsorship> Last(TupaDb db, DateTime now) => db.Set<Sponsorship>().Where(s => s.FromUtc <= now
        && !db.Set<Sponsorship>().Any(l => l.Assignment == s.Assignment && l.FromUtc <= now
            && (l.FromUtc > s.FromUtc || (l.FromUtc == s.FromUtc && l.Id.CompareTo(s.Id) > 0))));
}

internal sealed class SponsorshipTable : IEntityTypeConfiguration<Sponsorship>
{
    public void Configure(EntityTypeBuilder<Sponsorship> sponsorship)
    {
        sponsorship.ToTable("register_sponsorships", t =>
        {
            t.HasCheckConstraint("ck_register_sponsorships_staff", "sponsor_population = 'Staff'");
            t.HasCheckConstraint("ck_register_sponsorships_within", "ends_on <= sponsor_ends_on");
            t.HasCheckConstraint("ck_register_sponsorships_year", sponsorship.Metadata.Model.IsEmbedded()
                ? "ends_on <= date(starts_on, '+12 months')"
                : "ends_on <= starts_on + interval '12 months'");
        });
        sponsorship.Property(s => s.ContractReference).HasMaxLength(Sponsorship.LongestContract).Holding(Holds.Nobody);
        sponsorship.Property(s => s.Purpose).HasMaxLength(Sponsorship.LongestPurpose).Holding(Holds.FreeText);
        sponsorship.Property(s => s.Reason).HasMaxLength(Sponsorship.LongestReason).Holding(Holds.FreeText);
        sponsorship.HasOne<Assignment>().WithMany()
            .HasForeignKey(s => new { s.SponsorAssignment, s.SponsorPopulation, s.SponsorEndsOn })
            .HasPrincipalKey(a => new { a.Id, a.Population, a.LastDay })
            .OnDelete(DeleteBehavior.Restrict);

        // A partner's chain, and who answers now.
        sponsorship.HasIndex(s => new { s.Assignment, s.FromUtc });

        // Whose deputy somebody is.
        sponsorship.HasIndex(s => s.Deputy);

        // What ends soon: reminders.
        sponsorship.HasIndex(s => s.UntilUtc);
    }
}
