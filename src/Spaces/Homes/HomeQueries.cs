using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>A page of what is new in a person's own spaces.</summary>
/// <param name="MustReads">All that is to be read by a day, by that day; only on the first page. Which are confirmed, their rooms know.</param>
/// <param name="Newest">Newest first.</param>
/// <param name="Older">Where the next page begins; null on the last.</param>
/// <param name="Spaces">In how many spaces the person is.</param>
public sealed record HomeFeed(IReadOnlyList<ArrivalRow> MustReads, IReadOnlyList<ArrivalRow> Newest, ArrivalCursor? Older, int Spaces);

/// <summary>
/// What home shows: the newest of all that the person's audiences hold. A person with two audiences must not walk everybody's
/// arrivals, and one with six hundred must not sort all they could see: so the question is narrowed by a time above which a whole
/// page is known to lie, and to the audiences that have anything since.
/// </summary>
internal sealed class HomeQueries(TupaDb db, OwnAudiences own, FeedHorizons horizons, TimeProvider clock)
{
    public const int OnPage = 50;

    public async Task<HomeFeed> FeedAsync(ArrivalCursor? before, Actor by, CancellationToken stop = default)
    {
        if (by.Person is not { } me) return new([], [], null, 0);

        var audiences = (await own.OfAsync(by, stop)).ToDictionary(a => a.Id);
        if (before is { } cursor) return Feed(audiences, me, [], await Older(audiences, cursor).ToListAsync(stop));

        var (musts, newest) = await FirstAsync(audiences, me, stop);
        horizons.Put(me, newest.Count > OnPage ? newest[^1].At : null);
        return Feed(audiences, me, musts, newest);
    }

    private async Task<(List<Arrival> Musts, List<Arrival> Newest)> FirstAsync(Dictionary<AudienceId, OwnAudience> audiences, PersonId me, CancellationToken stop)
    {
        var musts = MustReads(audiences, me);
        if (horizons.Of(me) is { } horizon)
        {
            var near = await BothAsync(Near(audiences, horizon), musts, stop);
            if (near.Newest.Count > OnPage) return near;
        }

        // With more audiences than fit on the page, the page lies above the latest of the one after; unless that has been hidden since.
        var latest = audiences.Values.Select(a => a.Latest).OfType<DateTime>().OrderDescending().Skip(OnPage).FirstOrDefault(DateTime.UnixEpoch);
        var found = await BothAsync(Newest(Deep(audiences, Shown(), latest)), musts, stop);
        return found.Newest.Count > OnPage || latest == DateTime.UnixEpoch
            ? found
            : await BothAsync(Newest(Deep(audiences, Shown(), DateTime.UnixEpoch)), musts, stop);
    }

    private IQueryable<Arrival> Shown()
    {
        var now = clock.UtcNow();
        return db.Set<Arrival>().Where(a => a.At <= now && now < a.UntilUtc);
    }

    /// <summary>Null where there are none. Nobody is asked to confirm what they wrote themself.</summary>
    private IQueryable<Arrival>? MustReads(Dictionary<AudienceId, OwnAudience> audiences, PersonId me)
    {
        var ids = audiences.Values.Where(a => a.HasMustReads).Select(a => a.Id).ToList();
        if (ids.Count == 0) return null;

        var overdue = clock.UtcNow() - OwnAudiences.Patience;
        return Shown().Where(a => ids.Contains(a.Audience) && a.Author != me && a.MustReadUntil != null && a.MustReadUntil > overdue);
    }

    private IQueryable<Arrival> Near(Dictionary<AudienceId, OwnAudience> audiences, DateTime horizon)
    {
        var ids = audiences.Values.Where(a => a.Latest >= horizon).Select(a => a.Id).ToList();
        return Newest(Shown().Where(a => ids.Contains(a.Audience) && a.At >= horizon));
    }

    private IQueryable<Arrival> Older(Dictionary<AudienceId, OwnAudience> audiences, ArrivalCursor before)
    {
        var (at, id) = (before.At, before.Id);
        var older = Shown().Where(a => a.At <= at && (a.At < at || a.Id.CompareTo(id) < 0));
        return Newest(Deep(audiences, older, since: DateTime.UnixEpoch));
    }

    /// <summary>Of each audience no more than a page is read: what lies deeper in one audience cannot be on the page.</summary>
    private IQueryable<Arrival> Deep(Dictionary<AudienceId, OwnAudience> audiences, IQueryable<Arrival> within, DateTime since)
    {
        var ids = audiences.Values.Where(a => a.Latest >= since).Select(a => a.Id).ToList();
        return db.Set<AudienceRow>()
            .Where(d => ids.Contains(d.Id))
            .Join(within, d => d.Id, a => a.Audience, (d, a) => new { d, a })
            .Where(j => j.a.At >= since && j.a.At >= (within
                .Where(x => x.Audience == j.d.Id)
                .OrderByDescending(x => x.At)
                .Select(x => (DateTime?)x.At)
                .Skip(OnPage + 1).FirstOrDefault() ?? DateTime.UnixEpoch))
            .Select(j => j.a);
    }

    private static IQueryable<Arrival> Newest(IQueryable<Arrival> shown) =>
        shown.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(OnPage + 1);

    private static async Task<(List<Arrival> Musts, List<Arrival> Newest)> BothAsync(IQueryable<Arrival> newest, IQueryable<Arrival>? musts, CancellationToken stop)
    {
        if (musts is null) return ([], await newest.ToListAsync(stop));

        // In one statement; a must-read among the newest comes twice and is told apart by its mark.
        var both = await newest.Select(a => new { Arrival = a, Must = false }).Concat(musts.Select(a => new { Arrival = a, Must = true })).ToListAsync(stop);
        return (
            [.. both.Where(b => b.Must).Select(b => b.Arrival).OrderBy(a => a.MustReadUntil).ThenBy(a => a.Id)],
            [.. both.Where(b => !b.Must).Select(b => b.Arrival).OrderByDescending(a => a.At).ThenByDescending(a => a.Id)]);
    }

    private HomeFeed Feed(Dictionary<AudienceId, OwnAudience> audiences, PersonId me, List<Arrival> musts, List<Arrival> newest)
    {
        var now = clock.UtcNow();
        ArrivalRow Row(Arrival a)
        {
            var audience = audiences[a.Audience];
            return new(a.Id, a.Kind, a.Space, audience.SpaceName, a.At, a.MustReadUntil, a.Pinned, Fresh: a.Author != me && a.At > audience.SeenBy(now));
        }

        return new(
            [.. musts.Select(Row)],
            [.. newest.Take(OnPage).Select(Row)],
            newest.Count > OnPage ? new ArrivalCursor(newest[OnPage - 1].At, newest[OnPage - 1].Id) : null,
            audiences.Values.Select(a => a.Space).Distinct().Count());
    }
}
