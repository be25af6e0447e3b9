using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>One package of what is held about a person.</summary>
public readonly record struct TakeAwayId(Guid Value) : IId<TakeAwayId>
{
    public static TakeAwayId New() => new(Guid.CreateVersion7());

    public static TakeAwayId From(Guid value) => new(value);

    public int CompareTo(TakeAwayId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

[Stored]
public enum TakeAwayState
{
    Waiting,
    Making,
    Ready,

    /// <summary>Something could not be gathered: nothing is handed over, for half of it would look like all.</summary>
    Failed,
}

/// <summary>
/// Omien tietojen paketti: everything held about a person and the files the person has attached, as one ZIP (GDPR, articles 15 and 20).
/// Ordered by the person, made by a job, gone after seven days and with the access. One person has one at a time. The bytes lie in
/// <see cref="TakeAwayFolder"/>, under the row's id.
/// </summary>
internal sealed class TakeAway
{
    /// <summary>How long it waits to be fetched.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>How long after an order a new one may take the place of a package that is ready.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>A making that was killed is begun anew; one that takes the house down with it is not begun for ever.</summary>
    public const int MostTries = 3;

    public required TakeAwayId Id { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>The language it was ordered in, and is written in.</summary>
    public required string Language { get; init; }
    public TakeAwayState State { get; set; }
    public required DateTime OrderedAt { get; init; }
    public int Tries { get; set; }

    /// <summary>How many rooms have been asked, and of how many.</summary>
    public int Done { get; set; }
    public int Rooms { get; set; }
    public int Rows { get; set; }
    public int Files { get; set; }

    /// <summary>When it was ready, or failed.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>From this instant nobody gets it, whatever the sweep does.</summary>
    public DateTime? GoesAt { get; set; }

    /// <summary>The size of the package.</summary>
    public long Bytes { get; set; }

    public void End(TakeAwayState how, DateTime at) => (State, EndedAt, GoesAt) = (how, at, at + Lasts);
}

internal sealed class TakeAwayTable : IEntityTypeConfiguration<TakeAway>
{
    public void Configure(EntityTypeBuilder<TakeAway> takeAway)
    {
        takeAway.ToTable("privacy_take_aways");
        takeAway.Property(t => t.Language).HasMaxLength(2).Holding(Holds.Nobody);

        // Whoever was joined has other data now: what was gathered of one of two is not it.
        takeAway.Property(t => t.Person).WhenJoined(JoinRule.Ends);

        // One at a time.
        takeAway.HasIndex(t => t.Person).IsUnique();

        // What is to be made, in the order in which it was asked for; what goes.
        takeAway.HasIndex(t => new { t.State, t.OrderedAt });
        takeAway.HasIndex(t => t.GoesAt);
    }
}
