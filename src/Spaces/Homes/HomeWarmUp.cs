using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>
/// Reads the home of one who has written something, twice: the second look goes the shorter way. Then counts the audiences
/// that are open to the whole staff, which in a large city takes seconds that no reader should wait for.
/// </summary>
internal sealed class HomeWarmUp(TupaDb db, HomeQueries home, ArrivalDrawing drawing, AudiencePeople people) : IWarmUp
{
    private const int Most = 100;

    public async Task WarmUpAsync(CancellationToken stop)
    {
        if (await db.Set<Arrival>().Where(a => a.Author != null).Select(a => a.Author).FirstOrDefaultAsync(stop) is not { } somebody) return;

        var by = Actor.Of(somebody);
        for (var look = 0; look < 2; look++)
        {
            var feed = await home.FeedAsync(null, by, stop);
            await drawing.UnconfirmedAsync(feed.MustReads, by, stop);
        }

        var open = await db.Set<Space>().Where(s => s.Confidentiality == Confidentiality.Open && s.ClosedAt == null).OrderBy(s => s.Id).Take(Most).Select(s => s.Audience).ToListAsync(stop);
        foreach (var audience in open) await people.CountsAsync([audience], stop);
    }
}
