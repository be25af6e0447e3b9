using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Puts people in the order of the Finnish alphabet.</summary>
public sealed class PeopleInOrder(TupaDb db)
{
    /// <summary>A page of these people, by name, and how many they are in all; on a page past the end, none and 0.</summary>
    public async Task<(IReadOnlyList<PersonId> People, int Total)> PageAsync(IQueryable<PersonId> among, int skip, int take, CancellationToken stop = default)
    {
        var rows = await db.Set<Person>()
            .Where(p => among.Contains(p.Id))
            .OrderBy(p => p.SortKey).ThenBy(p => p.Id)
            .Skip(skip).Take(take)
            .Select(p => new { p.Id, Total = among.Distinct().Count() })
            .ToListAsync(stop);
        return ([.. rows.Select(r => r.Id)], rows.Count == 0 ? 0 : rows[0].Total);
    }
}
