using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One change of school year.</summary>
public readonly record struct YearChangeId(Guid Value) : IId<YearChangeId>
{
    public static YearChangeId New() => new(Guid.CreateVersion7());

    public static YearChangeId From(Guid value) => new(value);

    public int CompareTo(YearChangeId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>How far a change of school year has come. What is being laid out or applied goes on by itself after a restart.</summary>
[Stored]
public enum YearState
{
    /// <summary>The delivery is being read, or the plan laid out anew.</summary>
    Reading,

    /// <summary>Something was wrong with the file: nothing of it was used.</summary>
    Refused,

    /// <summary>A dry run: the plan was shown, and what the delivery said is forgotten.</summary>
    Tried,

    /// <summary>The plan waits for a person.</summary>
    Waiting,

    /// <summary>A person has looked at the plan; it is applied on its day.</summary>
    Approved,
    Applying,
    Applied,

    /// <summary>A person took it back before its day.</summary>
    Withdrawn,

    /// <summary>A newer delivery took its place.</summary>
    Replaced,

    /// <summary>Nobody decided in time.</summary>
    Lapsed,
}

/// <summary>
/// What a school system says of the next school year, as one plan: laid out, looked at by a person, and applied on its day. The file is
/// read once and deleted; what it said of people, and nothing but that, is kept until the change ends, because the plan is made anew from
/// it on the day. The plan itself is what a batch has laid out, as any delivery's is.
/// </summary>
internal sealed class YearChange
{
    /// <summary>How many days ahead a change may be.</summary>
    public const int Farthest = 180;

    /// <summary>How many days after its day one may still wait for a decision.</summary>
    public const int Patience = 7;

    public required YearChangeId Id { get; init; }
    public required Source Source { get; init; }
    public required string Feed { get; init; }

    /// <inheritdoc cref="Batch.Format"/>
    public required string Format { get; init; }
    public bool DryRun { get; init; }

    /// <summary>The day in Europe/Helsinki at whose beginning it is applied.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>The day as the sender said it; null where the file's own school years are to say.</summary>
    public DateOnly? Asked { get; init; }
    public YearState State { get; set; }

    /// <summary>The batch that works on it, or did last.</summary>
    public required BatchId Run { get; set; }

    /// <summary>The batch that laid out the plan which is shown, and which was approved.</summary>
    public BatchId? Plan { get; set; }

    /// <summary>When all that the file said had been kept; null until then.</summary>
    public DateTime? KeptAt { get; set; }

    /// <summary>The plan in numbers, school by school: see <see cref="YearTally"/>. They name nobody.</summary>
    public string Tally { get; set; } = "";

    /// <summary>What the plan has become since it was approved, where that was too much: see <see cref="YearDrift"/>.</summary>
    public string? Drift { get; set; }

    /// <summary>Null where it was sent on the machine itself.</summary>
    public PersonId? SentBy { get; init; }
    public required DateTime SentAt { get; init; }
    public PersonId? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>Why it was approved past the brake, or withdrawn.</summary>
    public string? Reason { get; set; }
    public DateTime? EndedAt { get; set; }

    public void End(YearState how, DateTime at) => (State, EndedAt) = (how, at);

    public void Decide(string? reason, PersonId? by, DateTime at)
    {
        var said = reason?.Trim();
        (DecidedBy, DecidedAt, Reason) = (by, at, string.IsNullOrEmpty(said) ? null : said.Length > 1000 ? said[..1000] : said);
    }

    /// <summary>1 August where it is not too far ahead, else today: the school year begins on it (Perusopetuslaki 628/1998, 23 §).</summary>
    public static DateOnly UsualDay(DateOnly today)
    {
        var august = new DateOnly(today.Year, 8, 1);
        if (august < today) august = august.AddYears(1);
        return IsNear(august, today) ? august : today;
    }

    public static bool IsNear(DateOnly day, DateOnly today) => today <= day && day <= today.AddDays(Farthest);
}

internal sealed class YearChangeTable : IEntityTypeConfiguration<YearChange>
{
    public void Configure(EntityTypeBuilder<YearChange> change)
    {
        change.ToTable("register_year_changes");
        change.Property(c => c.Feed).HasMaxLength(40).Holding(Holds.Nobody);
        change.Property(c => c.Format).HasMaxLength(40).Holding(Holds.Nobody);
        change.Property(c => c.Tally).Holding(Holds.Nobody);
        change.Property(c => c.Drift).HasMaxLength(200).Holding(Holds.Nobody);
        change.Property(c => c.Reason).HasMaxLength(1000).Holding(Holds.FreeText);

        // What is to be done, and the list.
        change.HasIndex(c => new { c.State, c.Day });
        change.HasIndex(c => c.SentAt);
    }
}
