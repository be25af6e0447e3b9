using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Retention;

namespace Tupa.Register;

/// <summary>
/// What says that a list was taken out goes when its class has run out: as long as the plan says, from the day it was made. A legal
/// hold on whoever made it keeps it. Safe to run twice, safe to stop midway.
/// </summary>
internal sealed class DisclosureSweep(TupaDb db, Writing writing, RetentionQueries plan, IErasing erasing, AuditLog audit, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        // A city whose plan has no such class has not said how long.
        if (await plan.PeriodAsync(Disclosure.Class, stop) is not { } period) return new();

        var limit = period.Before(clock.UtcNow());
        var swept = await writing.RunAsync(async () =>
        {
            var held = erasing.Held;
            var gone = await db.Set<Disclosure>().Where(d => d.At < limit && (d.By == null || !held.Contains(d.By.Value))).ExecuteDeleteAsync(stop);
            if (gone > 0) audit.Write(Actor.House("register.disclosure-sweep"), "register.disclosures.swept", null, count: gone);
            return gone;
        }, stop);
        return new(swept, swept);
    }
}
