using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Reminds those who answer for partners: 30, 7 and 1 days before an end, once each; what was missed is caught up with the day as it
/// is then. And where a chain of sponsors breaks off before the day that was agreed, it looks whether somebody has come to head the
/// unit meanwhile. Ends themselves need no job. Safe to run twice, safe to stop midway.
/// </summary>
internal sealed class SponsorWatch(TupaDb db, Writing writing, Announcer announcer, AssignmentActions assignments, WaitingInvitations waiting, TimeProvider clock) : IJob
{
    private const int AtOnce = 200;

    private static readonly Actor House = Actor.House("register.sponsor-watch");

    /// <summary>From the nearest on.</summary>
    private static readonly int[] Stages = [1, 7, 30];

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var mended = await MendAsync(stop) + await waiting.LapseAsync(stop);
        var reminded = 0;
        while (await writing.RunAsync(() => RemindAsync(stop), stop) is > 0 and var some) reminded += some;
        return new(Counted: mended + reminded, Changed: mended + reminded);
    }

    /// <summary>The reminder that is due so many days before the end; null before the first.</summary>
    internal static int? Due(int daysLeft) => Stages.Where(s => daysLeft <= s).Select(s => (int?)s).FirstOrDefault();

    private async Task<int> MendAsync(CancellationToken stop)
    {
        var (mended, last) = (0, new AssignmentId(Guid.Empty));
        while (true)
        {
            var now = clock.UtcNow();
            var broken = await db.Set<Assignment>().Where(a => a.Population == Population.Partner && a.UntilUtc > now && a.Id.CompareTo(last) > 0)
                .Where(a => Sponsorship.Last(db, now).Any(s => s.Assignment == a.Id && s.AgreedUntil > a.LastDay))
                .OrderBy(a => a.Id).Select(a => a.Id).Take(AtOnce).ToListAsync(stop);
            if (broken.Count == 0) return mended;

            mended += await writing.RunAsync(() => assignments.FollowSponsorsAsync(broken, House, stop), stop);
            last = broken[^1];
        }
    }

    private async Task<int> RemindAsync(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var today = Helsinki.Day(now);
        var (soon, week, tomorrow) = (Helsinki.EndOf(today.AddDays(30)), Helsinki.EndOf(today.AddDays(7)), Helsinki.EndOf(today.AddDays(1)));
        var due = await (
            from a in db.Set<Assignment>().Where(a => a.Population == Population.Partner && a.UntilUtc > now && a.UntilUtc <= soon)
            join s in db.Set<Sponsorship>() on new { a.Id, a.UntilUtc } equals new { Id = s.Assignment, s.UntilUtc }
            where s.Reminded == 0 || (s.Reminded == 30 && a.UntilUtc <= week) || (s.Reminded > 1 && a.UntilUtc <= tomorrow)
            orderby a.UntilUtc, a.Id
            select new { Last = s.Id, Partner = a.Id, a.Person, a.LastDay }).Take(AtOnce).ToListAsync(stop);
        if (due.Count == 0) return 0;

        var partners = due.ConvertAll(d => d.Partner);
        var standing = await (
            from s in Sponsorship.At(db, now).Where(s => partners.Contains(s.Assignment))
            join sponsor in db.Set<Assignment>() on s.SponsorAssignment equals sponsor.Id
            join second in Assignment.In(db, now) on s.Deputy equals second.Id into deputies
            from d in deputies.DefaultIfEmpty()
            select new { s.Assignment, Sponsor = sponsor.Person, Deputy = (PersonId?)d.Person }).ToListAsync(stop);
        var told = standing.ToLookup(s => s.Assignment, s => new[] { s.Sponsor, s.Deputy ?? s.Sponsor });
        foreach (var stage in due.GroupBy(d => Due(d.LastDay.DayNumber - today.DayNumber) ?? Stages[^1], d => d.Last))
        {
            var (days, ids) = (stage.Key, stage.ToList());
            await db.Set<Sponsorship>().Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.Reminded, days), stop);
        }

        await announcer.AnnounceAsync<SponsorshipEnds>([.. due.Select(d => new SponsorshipEnds(d.Partner, d.Person, [.. told[d.Partner].SelectMany(p => p).Distinct()], d.LastDay))], stop);
        return due.Count;
    }
}
