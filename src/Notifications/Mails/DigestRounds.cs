using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>
/// From eight in the morning, Helsinki time: one mail a person a day about what came before eight, to those for whom the day is not
/// quiet. It makes the rows; what each mail says is read when it is sent.
/// </summary>
internal sealed class DigestRounds(
    Writing writing, TupaDb db, Audience audience, WishQueries wishes, MailOptions options, JobBell bell, TimeProvider clock) : IJob
{
    public const int Hour = 8;
    private const int PeopleAtOnce = 500;

    /// <summary>The furthest a digest looks back: over a long weekend, and no further.</summary>
    private const int MostDays = 7;

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var day = Helsinki.Day(now);
        var until = Eight(day);
        if (!options.IsConfigured || now < until) return new();

        var people = await PeopleAsync(day, until, stop);
        var made = 0;
        foreach (var some in people.Chunk(PeopleAtOnce)) made += await writing.RunAsync(() => MakeAsync(some, day, until, now, stop), stop);

        if (made > 0) bell.Ring<MailDelivery>();
        return new(people.Count, made);
    }

    /// <summary>Eight in the morning of a Helsinki day.</summary>
    internal static DateTime Eight(DateOnly day) => Helsinki.ToUtc(day.ToDateTime(new TimeOnly(Hour, 0)));

    /// <summary>From when a first digest tells: eight on the last day that was not quiet.</summary>
    internal static DateTime FirstSince(DateOnly day, QuietHours quiet)
    {
        for (var i = 1; i < MostDays; i++)
        {
            var before = Eight(day.AddDays(-i));
            if (!quiet.AreQuiet(before)) return before;
        }

        return Eight(day.AddDays(-MostDays));
    }

    /// <summary>Those for whom something may be new, and who have no digest of the day yet.</summary>
    private async Task<List<PersonId>> PeopleAsync(DateOnly day, DateTime until, CancellationToken stop)
    {
        var earliest = until.AddDays(-MostDays);
        var people = (await Waiting(earliest, until).Select(n => n.Person).Distinct().ToListAsync(stop)).ToHashSet();

        var audiences = await db.Set<Arrival>().Where(a => a.At >= earliest && a.At < until).Select(a => a.Audience).Distinct().ToListAsync(stop);
        foreach (var one in audiences) people.UnionWith(await audience.People(one).ToListAsync(stop));

        people.ExceptWith(await db.Set<OutboundMail>().Where(m => m.Day == day).Select(m => m.Person).ToListAsync(stop));
        return [.. people];
    }

    private IQueryable<NoticeRow> Waiting(DateTime earliest, DateTime until) => db.Set<NoticeRow>()
        .Where(n => n.At >= earliest && n.At < until && n.MailAt == null && n.Mail == null && n.ReadAt == null);

    private async Task<int> MakeAsync(PersonId[] people, DateOnly day, DateTime until, DateTime now, CancellationToken stop)
    {
        var reached = await wishes.ReachedAsync(people, stop);
        var waiting = (await Waiting(until.AddDays(-MostDays), until).Where(n => people.Contains(n.Person)).ToListAsync(stop)).ToLookup(n => n.Person);
        var last = await db.Set<OutboundMail>()
            .Where(m => people.Contains(m.Person) && m.UntilUtc != null)
            .GroupBy(m => m.Person)
            .Select(g => new { g.Key, Until = g.Max(m => m.UntilUtc) })
            .ToDictionaryAsync(m => m.Key, m => m.Until, stop);

        var made = 0;
        foreach (var (person, who) in reached)
        {
            if (who.Wishes.Quiet.AreQuiet(now)) continue;

            var notices = waiting[person].Where(n => who.Wishes.For(n.Kind) == Pace.Daily).ToList();
            var spaces = who.Wishes.For(NoticeKind.NewInSpace) == Pace.Daily;
            if (!spaces && notices.Count == 0) continue;

            var since = last.GetValueOrDefault(person) ?? FirstSince(day, who.Wishes.Quiet);
            if (since < until.AddDays(-MostDays)) since = until.AddDays(-MostDays);
            var mail = new OutboundMail
            {
                Id = MailId.New(),
                Person = person,
                Kind = MailKind.Daily,
                Day = day,
                MadeAt = now,
                DueAt = now,
                SinceUtc = spaces ? since : null,
                UntilUtc = spaces ? until : null,
            };
            db.Add(mail);
            notices.ForEach(n => n.Mail = mail.Id);
            made++;
        }

        return made;
    }
}
