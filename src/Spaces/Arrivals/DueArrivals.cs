using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>Tells the rooms above of what was scheduled and can be seen now. The reader sees it at its time in any case; this only rings the bell.</summary>
internal sealed class DueArrivals(Writing writing, TupaDb db, Announcer announcer, TimeProvider clock) : IJob
{
    private const int MostAtOnce = 200;

    public Task<JobReport> RunAsync(CancellationToken stop) => writing.RunAsync(async () =>
    {
        var now = clock.UtcNow();
        var due = await db.Set<Arrival>().AsTracking().Where(a => !a.Announced && a.At <= now).OrderBy(a => a.At).Take(MostAtOnce).ToListAsync(stop);
        foreach (var arrival in due) arrival.Announced = true;
        await announcer.AnnounceAsync([.. due.Select(a => a.Said())], stop);
        return new JobReport(Counted: due.Count, Changed: due.Count);
    }, stop);
}
