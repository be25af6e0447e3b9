using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>
/// Packages go after their seven days, and with the access of their person: in the same transaction where that ends now, and by the
/// sweep where it ended by the calendar. A legal hold keeps data, and no copy of it. Also bytes that no row speaks of, and rows whose
/// bytes a backup did not carry. Safe to run twice, safe to stop midway.
/// </summary>
internal sealed class TakeAwaySweep(
    TupaDb db, Writing writing, TakeAwayRemoval removal, TakeAwayFolder folder, Leavers leavers, AuditLog audit, TimeProvider clock) : IJob, IHear<AssignmentEnded>
{
    private static readonly Actor House = Actor.House("privacy.take-away-sweep");

    public async Task HearAsync(IReadOnlyList<AssignmentEnded> announced, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var people = announced.Where(a => a.Last && a.At <= now).Select(a => a.Person).Distinct().ToList();
        if (people.Count > 0) await LetGoAsync(db.Set<TakeAway>().Where(t => people.Contains(t.Person)), stop);
    }

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        // Files first: a row is there before its file is, so a file without a row never was anybody's, or is nobody's any more.
        var kept = folder.Kept();
        var known = await db.Set<TakeAway>().Select(t => t.Id).ToListAsync(stop);
        var now = clock.UtcNow();
        var left = leavers.EndedBy(now).Where(l => l.What == Ended.Use);
        var gone = await writing.RunAsync(() => LetGoAsync(db.Set<TakeAway>().Where(t => t.GoesAt <= now || left.Any(l => l.Person == t.Person)), stop), stop);

        var rows = await db.Set<TakeAway>().Select(t => new { t.Id, t.State }).ToListAsync(stop);
        var lost = rows.Where(r => r.State == TakeAwayState.Ready && !File.Exists(folder.FileOf(r.Id))).Select(r => r.Id).ToList();
        gone += await writing.RunAsync(() => LetGoAsync(db.Set<TakeAway>().Where(t => lost.Contains(t.Id)), stop), stop);

        var strays = kept.Except(known).ToList();
        foreach (var stray in strays) folder.Remove(stray);
        return new(Counted: known.Count, Changed: gone + strays.Count);
    }

    private async Task<int> LetGoAsync(IQueryable<TakeAway> going, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        var gone = await removal.LetGoAsync(going, stop);
        if (gone > 0) audit.Write(House, "privacy.take-aways.swept", count: gone);
        return gone;
    }
}
