using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A card is in sight while an assignment of its register lasts. Register A follows staff, elected officials and partners; B follows pupils, and staff of education.</summary>
internal sealed class CardEnds(TupaDb db)
{
    /// <summary>Sets when the cards of these people go out of sight, inside a writing; a fixed number of statements for each distinct end.</summary>
    public async Task SetAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var held = await db.Set<Assignment>().Where(a => people.Contains(a.Person)).AsNoTracking()
            .Select(a => new { a.Person, a.Population, a.UntilUtc }).ToListAsync(stop);
        var roles = await db.Set<CardB>().Where(c => people.Contains(c.Person)).AsNoTracking()
            .Select(c => new { c.Person, c.Role }).ToDictionaryAsync(c => c.Person, c => c.Role, stop);
        var ends = held.ToLookup(a => a.Person, a => (a.Population, End: a.UntilUtc));

        foreach (var some in Grouped(people, p => ends[p].Where(e => e.Population != Population.Pupil).Select(e => e.End)))
        {
            await db.Set<CardA>().Where(c => some.People.Contains(c.Person)).ExecuteUpdateAsync(set => set.SetProperty(c => c.HiddenAt, some.End), stop);
        }

        foreach (var some in Grouped([.. roles.Keys], p => ends[p].Where(e => e.Population == (roles[p] == SchoolRole.Staff ? Population.Staff : Population.Pupil)).Select(e => e.End)))
        {
            await db.Set<CardB>().Where(c => some.People.Contains(c.Person)).ExecuteUpdateAsync(set => set.SetProperty(c => c.HiddenAt, some.End), stop);
        }
    }

    private static IEnumerable<(DateTime? End, List<PersonId> People)> Grouped(IReadOnlyCollection<PersonId> people, Func<PersonId, IEnumerable<DateTime>> ends) => people
        .Select(p => (Person: p, Ends: ends(p).ToList())).Where(p => p.Ends.Count > 0)
        .GroupBy(p => p.Ends.Max() is var end && end >= Helsinki.Never ? (DateTime?)null : end)
        .Select(g => (g.Key, g.Select(p => p.Person).ToList()));
}
