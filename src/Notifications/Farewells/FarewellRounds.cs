using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Notifications;

/// <summary>
/// Tells people that their access ends (DESIGN, law 14): fourteen and three days before, and at the end; and those who answer for
/// them. Once each, whatever runs twice; a night that was missed is caught up with the days as they are then.
/// </summary>
internal sealed class FarewellRounds(
    Writing writing, TupaDb db, ComingEnds ends, Notices notices, MailAddresses addresses, WishQueries wishes, MailOptions options, JobBell bell, TimeProvider clock) : IJob
{
    private const int AtOnce = 100;

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var coming = await ends.BetweenAsync(now - Farewell.Patience, Helsinki.EndOf(Helsinki.Day(now).AddDays(Farewell.DaysAhead)), stop);
        var due = coming.GroupBy(e => (e.Person, e.At)).Where(e => Farewell.Due(e.Key.At, now) is not null).ToList();
        var told = 0;
        foreach (var some in due.Chunk(AtOnce)) told += await writing.RunAsync(() => TellAsync([.. some.Select(e => e.ToList())], now, stop), stop);
        if (told > 0) bell.Ring<MailDelivery>();
        return new(Counted: due.Count, Changed: told);
    }

    private async Task<int> TellAsync(List<List<ComingEnd>> due, DateTime now, CancellationToken stop)
    {
        var people = due.ConvertAll(e => e[0].Person);
        var said = (await db.Set<Farewell>().Where(f => people.Contains(f.Person)).Select(f => new { f.Person, f.EndsAt, f.Stage }).ToListAsync(stop))
            .Select(f => (f.Person, f.EndsAt, f.Stage)).ToHashSet();
        var fresh = due.Where(e => !said.Contains((e[0].Person, e[0].At, Farewell.Due(e[0].At, now)!.Value))).ToList();
        var reached = options.IsConfigured ? await wishes.ReachedAsync([.. fresh.Select(e => e[0].Person)], stop) : [];
        foreach (var end in fresh)
        {
            var (person, at) = (end[0].Person, end[0].At);
            var farewell = new Farewell { Id = FarewellId.New(), Person = person, EndsAt = at, Stage = Farewell.Due(at, now)!.Value, ToldAt = now };
            db.Add(farewell);
            await NoticeAsync(farewell, end, stop);
            if (options.IsConfigured && await WantsMailAsync(end[0], reached.GetValueOrDefault(person).Wishes, stop))
                db.Add(new OutboundMail { Id = MailId.New(), Person = person, Kind = MailKind.Farewell, MadeAt = now, DueAt = now, Farewell = farewell.Id });
        }

        return fresh.Count;
    }

    /// <summary>Whoever cannot come in any more gets no notice; those who answer for the person get one in any case.</summary>
    private Task NoticeAsync(Farewell farewell, List<ComingEnd> end, CancellationToken stop)
    {
        var day = FarewellText.Mark(farewell.EndsAt);
        var ended = farewell.Stage == FarewellStage.Ended;
        return notices.SendAsync(
        [
            .. end.Select(e => e.Supervisor).OfType<PersonId>().Distinct()
                .Select(s => new Notice(s, NoticeKind.TeamEnds, farewell.Id.Value, From: farewell.Person, ThingKind: day)),
            .. ended && end.Any(e => e.Last) ? [] : new[] { new Notice(farewell.Person, NoticeKind.AccessEnds, farewell.Id.Value, ThingKind: day) },
        ], stop);
    }

    /// <summary>Pupils get mail only if they asked for it; of one whose card is out of sight already nobody asks.</summary>
    private async Task<bool> WantsMailAsync(ComingEnd end, Wishes? wish, CancellationToken stop) => wish is not null
        ? wish.For(NoticeKind.AccessEnds) != Pace.Never
        : (await addresses.OfAsync([end.Person], Sight(end.At), stop)).GetValueOrDefault(end.Person) is { Pupil: false };

    /// <summary>The last instant at which the cards were in sight.</summary>
    public static DateTime Sight(DateTime endsAt) => endsAt.AddTicks(-TimeSpan.TicksPerMillisecond);
}
