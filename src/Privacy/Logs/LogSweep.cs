using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Retention;

namespace Tupa.Privacy;

/// <summary>Entries of the log go when their class has run out, as long as the plan says. A legal hold keeps what was sealed with the held. Safe to run twice, safe to stop midway.</summary>
internal sealed class LogSweep(TupaDb db, RetentionQueries plan, EntrySweep entries, Writing writing, TimeProvider clock) : IJob
{
    private static readonly (LogClass Of, RetentionClassId Class)[] Classes =
        [(LogClass.Use, RetentionClassId.Default("TT-15")), (LogClass.Administration, RetentionClassId.Default("TT-16"))];

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var (now, swept) = (clock.UtcNow(), 0);
        foreach (var (of, @class) in Classes)
        {
            // A city whose plan has no such class has not said how long.
            if (await plan.PeriodAsync(@class, stop) is { } period) swept += await entries.RunAsync(of, period.Before(now), LegalHold.At(db, now), stop);
        }

        return new(swept, swept + await ExportsAsync(now, stop));
    }

    /// <summary>What says that a part of the log was taken out stays as long as the log of those with powers.</summary>
    private async Task<int> ExportsAsync(DateTime now, CancellationToken stop)
    {
        if (await plan.PeriodAsync(RetentionClassId.Default("TT-16"), stop) is not { } period) return 0;
        var (limit, held) = (period.Before(now), LegalHold.At(db, now));
        return await writing.RunAsync(() => db.Set<LogExport>().Where(e => e.At < limit && (e.By == null || !held.Contains(e.By.Value))).ExecuteDeleteAsync(stop), stop);
    }
}
