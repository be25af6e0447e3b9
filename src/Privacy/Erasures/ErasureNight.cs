using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Privacy;

/// <summary>
/// Erases by night whoever is due. By day it only goes on with what a night began, and catches up where a night was missed. Safe to
/// run twice, safe to stop midway.
/// </summary>
internal sealed class ErasureNight(ErasureRun run, TupaDb db, Leavers leavers, EraseBy rule, TimeProvider clock) : IJob
{
    /// <summary>Local hours: after the day has changed, before people come.</summary>
    private const int FirstHour = 1;
    private const int LastHour = 4;

    public async Task<JobReport> RunAsync(CancellationToken stop) =>
        IsNight() || await IsBehindAsync(stop) ? await run.RunAsync(ErasureCause.Night, null, stop) : new();

    private bool IsNight() => Helsinki.Local(clock.UtcNow()).Hour is >= FirstHour and <= LastHour;

    private async Task<bool> IsBehindAsync(CancellationToken stop)
    {
        var held = LegalHold.At(db, clock.UtcNow());
        return await leavers.EndedBy(rule.EndedBy(clock.Today().AddDays(-1))).AnyAsync(l => !held.Contains(l.Person) && !db.Set<ErasureTask>().Any(t => t.Person == l.Person), stop)
            || await db.Set<Erasure>().AnyAsync(e => e.EndedAt == null, stop);
    }
}
