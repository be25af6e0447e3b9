using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Puts people in the order of the Finnish alphabet.</summary>
public sealed class PeopleInOrder(TupaDb db)
{
    /// <summary>A page of these people, by name.</summary>
    public async Task<IReadOnlyList<PersonId>> PageAsync(IQueryable<PersonId> among, int skip, int take, CancellationToken stop = default) =>
        await db.Set<Person>()
            .Where(p => among.Contains(p.Id))
            .OrderBy(p => p.SortKey).ThenBy(p => p.Id)
            .Skip(skip).Take(take)
            .Select(p => p.Id)
            .ToListAsync(stop);
}
