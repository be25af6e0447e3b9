using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Privacy;

/// <summary>Who is due, by the clock alone.</summary>
internal sealed class DueQueries(TupaDb db, Leavers leavers, EraseBy rule, TimeProvider clock)
{
    /// <summary>The next who are due today and not held; those that this run has tried in vain are left for another night.</summary>
    public Task<List<Leaver>> NextAsync(ErasureId? run, int take, CancellationToken stop)
    {
        var held = LegalHold.At(db, clock.UtcNow());
        var due = leavers.EndedBy(rule.EndedBy(clock.Today())).Where(l => !held.Contains(l.Person));
        if (run is { } now) due = due.Where(l => !db.Set<ErasureTask>().Any(t => t.Person == l.Person && t.What == l.What && t.Run == now));
        return due.OrderBy(l => l.EndedAt).Take(take).ToListAsync(stop);
    }

    /// <summary>How many are due by the end of this day, and not held.</summary>
    public Task<int> CountAsync(DateOnly day, CancellationToken stop)
    {
        var held = LegalHold.At(db, clock.UtcNow());
        return leavers.EndedBy(rule.EndedBy(day)).CountAsync(l => !held.Contains(l.Person), stop);
    }

    /// <summary>How many would be due today if they were not held.</summary>
    public Task<int> HeldAsync(CancellationToken stop)
    {
        var held = LegalHold.At(db, clock.UtcNow());
        return leavers.EndedBy(rule.EndedBy(clock.Today())).Where(l => held.Contains(l.Person)).Select(l => l.Person).Distinct().CountAsync(stop);
    }
}
