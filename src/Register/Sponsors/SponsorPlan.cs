using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>An assignment of the staff, and in which window its person can answer for somebody.</summary>
internal sealed record Cover(AssignmentId Assignment, PersonId Person, DateTime From, DateTime Until);

/// <summary>Somebody answers for a partner in a window.</summary>
internal sealed record Stretch(SponsorshipKind Kind, AssignmentId Sponsor, DateTime From, DateTime Until);

/// <summary>What stands of a chain: who answers since when, and until when it was agreed.</summary>
/// <param name="ActingSince">When the first head began to act; what acts already gets no new fortnight.</param>
/// <param name="Deputy">Null where there is none.</param>
internal sealed record Standpoint(SponsorshipKind Kind, Cover Sponsor, DateTime From, DateTime ActingSince, DateOnly Agreed, Cover? Deputy);

/// <summary>
/// Who answers for a partner, as far ahead as was agreed: the sponsor; from the sponsor's end the deputy; else, for a fortnight, the
/// head of the unit or the one above; and after that nobody. The access ends where the last stretch does.
/// </summary>
internal static class SponsorPlan
{
    /// <summary>So long a head acts for a sponsor who has left.</summary>
    public const int ActingDays = 14;

    /// <summary>End to end; the first is what stands.</summary>
    /// <param name="heads">From the unit upwards.</param>
    public static IReadOnlyList<Stretch> Of(Standpoint at, IReadOnlyList<Cover> heads)
    {
        var (end, acting) = (Helsinki.EndOf(at.Agreed), at.Kind == SponsorshipKind.Acting);
        var until = Earliest(end, at.Sponsor.Until, acting ? ActingUntil(at.ActingSince) : end);
        List<Stretch> stretches = [new(at.Kind, at.Sponsor.Assignment, at.From, until > at.From ? until : at.From)];

        if (!acting && at.Deputy is { } deputy && Left() && Lives(deputy, stretches[^1].Until))
            stretches.Add(new(SponsorshipKind.Passed, deputy.Assignment, stretches[^1].Until, Earliest(end, deputy.Until)));

        var limit = Earliest(end, ActingUntil(acting ? at.ActingSince : stretches[^1].Until));
        while (stretches[^1].Until < limit && heads.FirstOrDefault(h => Lives(h, stretches[^1].Until)) is { } head)
            stretches.Add(new(SponsorshipKind.Acting, head.Assignment, stretches[^1].Until, Earliest(limit, head.Until)));
        return stretches;

        bool Left() => stretches[^1].Until < end;
    }

    /// <summary>The end of the fourteenth day after the last day of the one who left.</summary>
    public static DateTime ActingUntil(DateTime since) => Helsinki.EndOf(LastDay(since).AddDays(ActingDays));

    /// <summary>The day on which a window that ends at the instant is open last.</summary>
    public static DateOnly LastDay(DateTime until) => until >= Helsinki.Never ? Helsinki.Open : Helsinki.Day(until.AddTicks(-TimeSpan.TicksPerMicrosecond));

    private static bool Lives(Cover cover, DateTime at) => cover.From <= at && at < cover.Until;

    private static DateTime Earliest(params ReadOnlySpan<DateTime> instants)
    {
        var first = instants[0];
        foreach (var instant in instants) first = instant < first ? instant : first;
        return first;
    }
}
