using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>Content rooms keep their rows of the one arrivals table with this, inside their own writing.</summary>
public sealed class ArrivalActions(TupaDb db, Announcer announcer, TimeProvider clock)
{
    /// <summary>Something new. Announced now if it can be seen now; else when its time comes.</summary>
    public async Task AddAsync(Arrival arrival, CancellationToken stop = default)
    {
        arrival.Announced = arrival.At <= clock.UtcNow();
        db.Add(arrival);
        if (arrival.Announced) await announcer.AnnounceAsync([arrival.Said()], stop);
    }

    /// <summary>Another audience, time, deadline or pin. What becomes visible only now is announced.</summary>
    /// <returns>False where the thing has no arrival: a draft.</returns>
    public async Task<bool> MoveAsync(Guid id, Action<Arrival> change, CancellationToken stop = default)
    {
        if (await db.Set<Arrival>().AsTracking().FirstOrDefaultAsync(a => a.Id == id, stop) is not { } arrival) return false;

        change(arrival);
        if (!arrival.Announced && arrival.At <= clock.UtcNow())
        {
            arrival.Announced = true;
            await announcer.AnnounceAsync([arrival.Said()], stop);
        }

        return true;
    }

    /// <summary>No longer new, nor anything: deleted or hidden.</summary>
    public Task<int> RemoveAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop = default) =>
        db.Set<Arrival>().Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(stop);
}
