using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>
/// Looks at fresh notices and decides about mail: none, the digest, at once, or after the quiet hours. Many notices of one person
/// become one mail. Safe to run twice and to stop midway: what is decided is a column of the row.
/// </summary>
internal sealed class MailRounds(
    Writing writing, TupaDb db, WishQueries wishes, MailNewsQueries news, MailOptions options, JobBell bell, TimeProvider clock) : IJob
{
    private const int PeopleAtOnce = 200;

    /// <summary>Between two mails to one person that are not the digest; news about the account does not wait.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var started = clock.UtcNow();
        var report = new JobReport();
        while (clock.UtcNow() - started < LongestRun && await PeopleAsync(started, stop) is { Count: > 0 } people)
        {
            var made = await writing.RunAsync(() => DecideAsync(people, started, stop), stop);
            report = report with { Counted = report.Counted + people.Count, Changed = report.Changed + made };
        }

        var eager = options.IsConfigured ? await EagerAsync(started, stop) : 0;
        if (report.Changed + eager > 0) bell.Ring<MailDelivery>();
        return report with { Changed = report.Changed + eager };
    }

    private Task<List<PersonId>> PeopleAsync(DateTime now, CancellationToken stop) => db.Set<NoticeRow>()
        .Where(n => n.MailAt != null && n.MailAt <= now)
        .Select(n => n.Person).Distinct().OrderBy(p => p).Take(PeopleAtOnce).ToListAsync(stop);

    private async Task<int> DecideAsync(List<PersonId> people, DateTime now, CancellationToken stop)
    {
        var due = (await db.Set<NoticeRow>().Where(n => people.Contains(n.Person) && n.MailAt != null && n.MailAt <= now).ToListAsync(stop))
            .ToLookup(n => n.Person);
        var reached = options.IsConfigured ? await wishes.ReachedAsync(people, stop) : [];
        var last = await LastAsync(people, now, stop);
        var deadlines = await DeadlinesAsync([.. due.SelectMany(d => d).Where(n => n.Kind == NoticeKind.MustRead).Select(n => n.Thing).Distinct()], stop);

        var made = 0;
        foreach (var person in due)
        {
            var mail = new OutboundMail { Id = MailId.New(), Person = person.Key, Kind = MailKind.Now, MadeAt = now, DueAt = now };
            var carried = 0;
            foreach (var notice in person)
            {
                notice.MailAt = reached.TryGetValue(person.Key, out var who)
                    ? LookAgain(notice, who.Wishes, last.GetValueOrDefault(person.Key), deadlines.GetValueOrDefault(notice.Thing), now)
                    : null;
                if (notice.MailAt != now) continue;

                (notice.MailAt, notice.Mail) = (null, mail.Id);
                carried++;
            }

            if (carried == 0) continue;
            db.Add(mail);
            made++;
        }

        return made;
    }

    /// <summary>When to look at the notice again: now to mail it at once, null for never (the digest takes what is daily).</summary>
    internal static DateTime? LookAgain(NoticeRow notice, Wishes wishes, DateTime? lastMail, DateTime? deadline, DateTime now)
    {
        if (wishes.For(notice.Kind) != Pace.Now || notice.ReadAt is not null) return null;
        if (notice.Kind.IsAboutAccount()) return now;

        var awake = wishes.Quiet.EndFrom(now);
        if (awake > now) return notice.Kind == NoticeKind.MustRead && deadline <= awake.AddHours(2) ? now : awake;

        return lastMail + Breath > now ? lastMail + Breath : now;
    }

    private async Task<Dictionary<PersonId, DateTime?>> LastAsync(List<PersonId> people, DateTime now, CancellationToken stop)
    {
        var since = now - Breath;
        return await db.Set<OutboundMail>()
            .Where(m => people.Contains(m.Person) && m.Kind == MailKind.Now && m.MadeAt > since)
            .GroupBy(m => m.Person)
            .Select(g => new { g.Key, Last = g.Max(m => m.MadeAt) })
            .ToDictionaryAsync(m => m.Key, m => (DateTime?)m.Last, stop);
    }

    private async Task<Dictionary<Guid, DateTime?>> DeadlinesAsync(List<Guid> things, CancellationToken stop) => things.Count == 0
        ? []
        : await db.Set<Arrival>().Where(a => things.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.MustReadUntil, stop);

    /// <summary>Those who chose to have what is new in their spaces at once: a mail at most every half hour.</summary>
    private async Task<int> EagerAsync(DateTime now, CancellationToken stop)
    {
        var eager = await db.Set<Preference>()
            .Where(p => p.Kind == NoticeKind.NewInSpace && p.Pace == Pace.Now)
            .Where(p => !db.Set<OutboundMail>().Any(m => m.Person == p.Person && m.Kind == MailKind.Now && m.MadeAt > now - Breath))
            .Select(p => new
            {
                p.Person,
                p.ChosenAt,
                Until = db.Set<OutboundMail>().Where(m => m.Person == p.Person && m.UntilUtc != null).Max(m => m.UntilUtc),
            })
            .ToListAsync(stop);
        if (eager.Count == 0) return 0;

        var reached = await wishes.ReachedAsync([.. eager.Select(e => e.Person)], stop);
        var until = now - Notices.Gathering;
        var mails = new List<OutboundMail>();
        foreach (var one in eager)
        {
            var since = one.Until > one.ChosenAt ? one.Until.Value : one.ChosenAt;
            if (!reached.TryGetValue(one.Person, out var who) || who.Wishes.Quiet.AreQuiet(now) || since >= until) continue;
            if (!await news.New(Actor.Of(one.Person), since, until).AnyAsync(stop)) continue;

            mails.Add(new() { Id = MailId.New(), Person = one.Person, Kind = MailKind.Now, MadeAt = now, DueAt = now, SinceUtc = since, UntilUtc = until });
        }

        return await writing.RunAsync(() =>
        {
            db.AddRange(mails);
            return Task.FromResult(mails.Count);
        }, stop);
    }
}
