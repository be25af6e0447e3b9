using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>Lets go of packages: rows in the writing, bytes once it is durable.</summary>
internal sealed class TakeAwayRemoval(TupaDb db, Writing writing, TakeAwayFolder folder)
{
    /// <summary>Inside a writing. Returns how many there were.</summary>
    public async Task<int> LetGoAsync(IQueryable<TakeAway> going, CancellationToken stop)
    {
        var ids = await going.Select(t => t.Id).ToListAsync(stop);
        if (ids.Count == 0) return 0;

        writing.Afterwards(() =>
        {
            foreach (var id in ids) folder.Remove(id);
            return Task.CompletedTask;
        });
        return await db.Set<TakeAway>().Where(t => ids.Contains(t.Id)).ExecuteDeleteAsync(stop);
    }
}
