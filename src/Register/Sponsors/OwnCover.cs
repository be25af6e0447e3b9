using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The assignment by which a member of staff answers for a partner.</summary>
/// <param name="LastDay">No partner goes on after it.</param>
public sealed record OwnCover(AssignmentId Assignment, PersonId Person, UnitId? Unit, DateOnly LastDay);

/// <summary>Finds the assignments by which people can answer for partners.</summary>
public sealed class OwnCovers(TupaDb db, PeopleSearch search, TimeProvider clock)
{
    private const int MostChoices = 7;

    /// <summary>The one that lasts longest; null for whoever is not of the staff now.</summary>
    public async Task<OwnCover?> OfAsync(PersonId? person, CancellationToken stop = default) => person is not { } me ? null
        : await Assignment.In(db, clock.UtcNow()).Where(a => a.Population == Population.Staff && a.Person == me)
            .OrderByDescending(a => a.UntilUtc).ThenBy(a => a.FirstDay).ThenBy(a => a.Id)
            .Select(a => new OwnCover(a.Id, a.Person, a.Unit, a.LastDay)).FirstOrDefaultAsync(stop);

    /// <summary>Those of the staff whom somebody means by what they typed; the actor is not among them.</summary>
    /// <param name="chosen">The one chosen among several, when the form came back before.</param>
    public async Task<IReadOnlyList<(OwnCover Cover, string Name)>> MeantAsync(string typed, Guid? chosen, Actor by, CancellationToken stop = default)
    {
        var found = (await search.FindAsync(typed, by, MostChoices, stop: stop)).Where(p => p.Id != by.Person && (chosen is null || p.Id.Value == chosen)).ToList();
        var people = found.ConvertAll(p => p.Id);
        if (people.Count == 0) return [];

        var covers = (await Assignment.In(db, clock.UtcNow()).Where(a => a.Population == Population.Staff && people.Contains(a.Person))
                .Select(a => new { a.Id, a.Person, a.Unit, a.LastDay, a.UntilUtc }).ToListAsync(stop))
            .GroupBy(a => a.Person).ToDictionary(g => g.Key, g => g.OrderByDescending(a => a.UntilUtc).ThenBy(a => a.Id).First());
        return [.. found.Where(p => covers.ContainsKey(p.Id)).Select(p =>
            (new OwnCover(covers[p.Id].Id, p.Id, covers[p.Id].Unit, covers[p.Id].LastDay), p.Unit is null ? p.Name : $"{p.Name}, {p.Unit}"))];
    }
}
