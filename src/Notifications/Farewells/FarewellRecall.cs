using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Notifications;

/// <summary>An end that has moved is no end: what was said of it is taken back, so that the new one is told in its time.</summary>
internal sealed class FarewellRecall(TupaDb db, Writing writing, ComingEnds ends, TimeProvider clock) : IHear<StandingChanged>
{
    public async Task HearAsync(IReadOnlyList<StandingChanged> announced, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var people = announced.Select(a => a.Person).Distinct().ToList();
        var said = await db.Set<Farewell>().AsNoTracking().Where(f => people.Contains(f.Person) && f.EndsAt > now).ToListAsync(stop);
        if (said.Count == 0) return;

        var standing = (await ends.OfAsync([.. said.Select(f => f.Person).Distinct()], stop)).Select(e => (e.Person, e.At)).ToHashSet();
        var moved = said.Where(f => !standing.Contains((f.Person, f.EndsAt))).Select(f => f.Id).ToList();
        if (moved.Count == 0) return;

        await writing.FlushAsync(stop);
        var things = moved.ConvertAll(f => f.Value);
        await db.Set<NoticeRow>().Where(n => (n.Kind == NoticeKind.AccessEnds || n.Kind == NoticeKind.TeamEnds) && things.Contains(n.Thing)).ExecuteDeleteAsync(stop);
        await db.Set<OutboundMail>().Where(m => m.Farewell != null && moved.Contains(m.Farewell.Value)).ExecuteDeleteAsync(stop);
        await db.Set<Farewell>().Where(f => moved.Contains(f.Id)).ExecuteDeleteAsync(stop);
    }
}
