using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// The names of people that stand beside things the viewer already sees: authors, commenters, stewards. For lists of people,
/// ask <see cref="PeopleSeen"/> first; here only the shielded are withheld from those who do not see them.
/// </summary>
public sealed class PeopleNames(TupaDb db, PeopleSeen seen, TimeProvider clock)
{
    /// <summary>One statement, whatever the number. Every id asked for is in the answer; an unknown one is a former user.</summary>
    public async Task<IReadOnlyDictionary<PersonId, PersonName>> ForAsync(
        IReadOnlyCollection<PersonId> people, Actor viewer, CancellationToken stop = default)
    {
        var asked = people.Distinct().ToList();
        if (asked.Count == 0) return new Dictionary<PersonId, PersonName>();

        var rows = await db.Set<Person>().Where(p => asked.Contains(p.Id))
            .Names(db, seen.Visible(viewer), clock.UtcNow())
            .ToDictionaryAsync(r => r.Id, stop);
        return asked.ToDictionary(id => id, id => rows.TryGetValue(id, out var row) ? row.ToName() : PersonName.Former(id));
    }

    /// <summary>As <see cref="ForAsync"/>, of one person.</summary>
    public async Task<PersonName> OfAsync(PersonId person, Actor viewer, CancellationToken stop = default) =>
        (await ForAsync([person], viewer, stop))[person];
}
