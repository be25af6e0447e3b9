using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>Reads the home of one who has written something, twice: the second look goes the shorter way.</summary>
internal sealed class HomeWarmUp(TupaDb db, HomeQueries home, ArrivalDrawing drawing) : IWarmUp
{
    public async Task WarmUpAsync(CancellationToken stop)
    {
        if (await db.Set<Arrival>().Where(a => a.Author != null).Select(a => a.Author).FirstOrDefaultAsync(stop) is not { } somebody) return;

        var by = Actor.Of(somebody);
        for (var look = 0; look < 2; look++)
        {
            var feed = await home.FeedAsync(null, by, stop);
            await drawing.UnconfirmedAsync(feed.MustReads, by, stop);
        }
    }
}
