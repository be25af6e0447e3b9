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
        if (before is { } cursor)
        {
            var since = HomeStatements.Older.On(db)(db, Since(audiences, DateTime.UnixEpoch), clock.UtcNow(), cursor.At, cursor.Id);
            return Feed(audiences, me, [], await since.ToListAsync(stop));
        }

        var (musts, newest) = await FirstAsync(audiences, me, stop);
        horizons.Put(me, newest.Count > OnPage ? newest[^1].At : null);
        return Feed(audiences, me, musts, newest);
    }

    private async Task<(List<Arrival> Musts, List<Arrival> Newest)> FirstAsync(Dictionary<AudienceId, OwnAudience> audiences, PersonId me, CancellationToken stop)
    {
        var (now, musts) = (clock.UtcNow(), audiences.Values.Where(a => a.HasMustReads).Select(a => a.Id).ToList());
        var overdue = now - OwnAudiences.Patience;
        if (horizons.Of(me) is { } horizon)
        {
            var near = await BothAsync(HomeStatements.Near.On(db)(db, Since(audiences, horizon), horizon, musts, me, now, overdue), stop);
            if (near.Newest.Count > OnPage) return near;
        }

        // With more audiences than fit on the page, the page lies above the latest of the one after; unless that has been hidden since.
        var latest = audiences.Values.Select(a => a.Latest).OfType<DateTime>().OrderDescending().Skip(OnPage).FirstOrDefault(DateTime.UnixEpoch);
        var found = await DeepAsync(latest);
        return found.Newest.Count > OnPage || latest == DateTime.UnixEpoch ? found : await DeepAsync(DateTime.UnixEpoch);

        Task<(List<Arrival> Musts, List<Arrival> Newest)> DeepAsync(DateTime since) =>
            BothAsync(HomeStatements.Deep.On(db)(db, Since(audiences, since), since, musts, me, now, overdue), stop);
    }

    private static List<AudienceId> Since(Dictionary<AudienceId, OwnAudience> audiences, DateTime since) =>
        [.. audiences.Values.Where(a => a.Latest >= since).Select(a => a.Id)];

    /// <summary>A must-read among the newest comes twice and is told apart by its mark.</summary>
    private static async Task<(List<Arrival> Musts, List<Arrival> Newest)> BothAsync(IAsyncEnumerable<ArrivalFound> found, CancellationToken stop)
    {
        var both = await found.ToListAsync(stop);
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
