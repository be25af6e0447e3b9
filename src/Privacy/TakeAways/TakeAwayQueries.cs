using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>How far one's package has come.</summary>
/// <param name="Again">Whether a new one may be ordered now.</param>
public sealed record TakeAwayRow(
    TakeAwayId Id, TakeAwayState State, DateTime OrderedAt, int Done, int Rooms, int Rows, int Files, long Bytes, DateTime? GoesAt, bool Again);

/// <summary>Reads the package of the one who asks, and of nobody else.</summary>
internal sealed class TakeAwayQueries(TupaDb db, TakeAwayFolder folder, TimeProvider clock)
{
    /// <summary>Null where there is none, or none any more: past its day, or its bytes did not come back with a backup.</summary>
    public async Task<TakeAwayRow?> OfAsync(Actor by, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var mine = by.Person is { } me ? await db.Set<TakeAway>().FirstOrDefaultAsync(t => t.Person == me && (t.GoesAt == null || now < t.GoesAt), stop) : null;
        if (mine is null || (mine.State == TakeAwayState.Ready && !File.Exists(folder.FileOf(mine.Id)))) return null;

        var again = mine.State == TakeAwayState.Failed || (mine.State == TakeAwayState.Ready && mine.OrderedAt + TakeAway.Pause <= now);
        return new(mine.Id, mine.State, mine.OrderedAt, mine.Done, mine.Rooms, mine.Rows, mine.Files, mine.Bytes, mine.GoesAt, again);
    }
}
