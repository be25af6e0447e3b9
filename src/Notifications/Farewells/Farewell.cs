using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>A farewell that has been said.</summary>
public readonly record struct FarewellId(Guid Value) : IId<FarewellId>
{
    public static FarewellId New() => new(Guid.CreateVersion7());

    public static FarewellId From(Guid value) => new(value);

    public int CompareTo(FarewellId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>When a person is told of an end.</summary>
[Stored]
internal enum FarewellStage
{
    /// <summary>Fourteen days before, or later where that day was missed.</summary>
    Fortnight,
    ThreeDays,

    /// <summary>It has ended.</summary>
    Ended,
}

/// <summary>That a person was told of an end, once at each stage. Says nothing but when; the words are made when they are read or sent.</summary>
internal sealed class Farewell
{
    public const int DaysAhead = 14;
    private const int FewDays = 3;
    private const int Hour = 8;

    /// <summary>An end that was not told for so long is told no more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    public required FarewellId Id { get; init; }
    public required PersonId Person { get; init; }
    public required DateTime EndsAt { get; init; }
    public required FarewellStage Stage { get; init; }
    public required DateTime ToldAt { get; init; }

    /// <summary>Which farewell is due; null for none. What lies ahead is told from eight in the morning, what has ended at once.</summary>
    public static FarewellStage? Due(DateTime endsAt, DateTime now)
    {
        if (endsAt <= now) return now - endsAt <= Patience ? FarewellStage.Ended : null;

        var today = Helsinki.Day(now);
        if (now < Helsinki.ToUtc(today.ToDateTime(new TimeOnly(Hour, 0)))) return null;
        return DaysLeft(endsAt, now) switch
        {
            <= FewDays => FarewellStage.ThreeDays,
            <= DaysAhead => FarewellStage.Fortnight,
            _ => null,
        };
    }

    /// <summary>From today to the last day; 0 on the last day itself.</summary>
    public static int DaysLeft(DateTime endsAt, DateTime now) => Helsinki.Day(endsAt.AddTicks(-1)).DayNumber - Helsinki.Day(now).DayNumber;
}

internal sealed class FarewellTable : IEntityTypeConfiguration<Farewell>
{
    public void Configure(EntityTypeBuilder<Farewell> farewell)
    {
        farewell.ToTable("notifications_farewells");

        // Once each.
        farewell.HasIndex(f => new { f.Person, f.EndsAt, f.Stage }).IsUnique();
    }
}
