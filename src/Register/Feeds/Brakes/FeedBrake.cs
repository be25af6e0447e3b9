using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Keeps a broken feed from putting people out: what would end too many of a source's people, or is far smaller than the last
/// delivery, waits for a person who sees the diff.
/// </summary>
public sealed class FeedBrake(TupaDb db, TimeProvider clock)
{
    /// <summary>Percent of a feed's live people that may end without anybody looking.</summary>
    public const int MostEnding = 10;

    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <param name="live">People of the feed who are here now.</param>
    public static bool TooManyEnd(int live, int ending) => ending > 0 && (long)ending * 100 > (long)live * MostEnding;

    /// <param name="last">The size of the last delivery that was applied; 0 where there is none.</param>
    public static bool TooSmall(long bytes, long last) => bytes * 2 < last;

    /// <summary>
    /// For sources that push person by person: whether so many more may end now, counted over the last 24 hours. What ran out on its
    /// own last day is no push and is not counted, and who was moved has not ended. Where this says no, the ends wait for a person.
    /// </summary>
    public async Task<bool> LetsEndAsync(Source source, string feed, int more, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var own = db.Set<SourceRecord>().Where(r => r.Source == source && r.Feed == feed).Select(r => (SourceRecordId?)r.Id);
        var here = db.Set<Assignment>().Where(a => own.Contains(a.Record) && a.UntilUtc > now).Select(a => a.Person);
        var live = await here.Distinct().CountAsync(stop);
        var since = now - Window;
        var ended = await db.Set<Assignment>().AsNoTracking().Where(a => own.Contains(a.Record) && since < a.UntilUtc && a.UntilUtc <= now && !here.Contains(a.Person))
            .Select(a => new { a.Person, a.UntilUtc, a.LastDay }).ToListAsync(stop);
        var pushed = ended.Where(a => a.UntilUtc != Helsinki.EndOf(a.LastDay)).Select(a => a.Person).Distinct().Count();
        return !TooManyEnd(live + pushed, pushed + more);
    }
}
