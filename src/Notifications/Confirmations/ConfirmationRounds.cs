using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Notifications;

/// <summary>When heads are asked within a round.</summary>
internal enum ConfirmationStage
{
    Opened = 1,

    /// <summary>Fourteen days before the last day, or later where that day was missed.</summary>
    Fortnight = 2,
    ThreeDays = 3,
}

/// <summary>
/// Asks heads to confirm their people: when a round opens, and fourteen and three days before its last day, of whom they have not
/// confirmed yet. Once each, whatever runs twice; whoever has confirmed all hears nothing.
/// </summary>
internal sealed class ConfirmationRounds(Writing writing, TupaDb db, ConfirmationQueries confirmations, Notices notices, TimeProvider clock) : IJob
{
    private const int FewDays = 3;
    private const int DaysAhead = 14;
    private const int Hour = 8;

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var round = ConfirmationRound.Of(Helsinki.Day(now));
        if (Due(round, now) is not { } stage) return new(0, 0);

        var missing = await confirmations.MissingAsync(round, stop);
        var told = missing.Count == 0 ? 0 : await writing.RunAsync(() => TellAsync(round, stage, [.. missing.Keys], stop), stop);
        return new(Counted: missing.Count, Changed: told);
    }

    /// <summary>From eight in the morning; null where nothing is due.</summary>
    public static ConfirmationStage? Due(ConfirmationRound round, DateTime now)
    {
        var today = Helsinki.Day(now);
        if (!round.IsOpen(today) || now < Helsinki.ToUtc(today.ToDateTime(new TimeOnly(Hour, 0)))) return null;

        return (round.LastDay.DayNumber - today.DayNumber) switch
        {
            <= FewDays => ConfirmationStage.ThreeDays,
            <= DaysAhead => ConfirmationStage.Fortnight,
            _ => ConfirmationStage.Opened,
        };
    }

    /// <summary>The sentence of a notice that asks to confirm, with the day that stands where the kind of thing does; null for another.</summary>
    public static Text? Sentence(NoticeRow notice) =>
        notice.Kind == NoticeKind.ConfirmTeam && DateOnly.TryParseExact(notice.ThingKind, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            ? ConfirmationText.Wanted(last)
            : null;

    private async Task<int> TellAsync(ConfirmationRound round, ConfirmationStage stage, List<PersonId> heads, CancellationToken stop)
    {
        var (thing, since) = (ThingOf(round, stage), Helsinki.StartOf(round.Opens));
        var told = (await db.Set<NoticeRow>()
            .Where(n => heads.Contains(n.Person) && n.At >= since && n.Kind == NoticeKind.ConfirmTeam && n.Thing == thing)
            .Select(n => n.Person).ToListAsync(stop)).ToHashSet();
        var fresh = heads.FindAll(h => !told.Contains(h));
        var mark = round.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await notices.SendAsync([.. fresh.Select(h => new Notice(h, NoticeKind.ConfirmTeam, thing, ThingKind: mark))], stop);
        return fresh.Count;
    }

    /// <summary>The round and the stage as the id of a thing: what is told already has it.</summary>
    private static Guid ThingOf(ConfirmationRound round, ConfirmationStage stage) =>
        new(round.Opens.Year, (short)round.Opens.Month, (short)stage, 0, 0, 0, 0, 0, 0, 0, 0);
}
