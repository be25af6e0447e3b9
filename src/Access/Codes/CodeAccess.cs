using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>Who may make a one-time code for whom: the supervisor for own people, the sponsor for a partner, the school office for its school, the class teacher for the class.</summary>
internal sealed class CodeAccess(TupaDb db, Supervision supervision, TimeProvider clock)
{
    /// <summary>Never for oneself: a code is how somebody else vouches for a person.</summary>
    public async Task<bool> MayIssueAsync(Actor by, PersonId person, CancellationToken stop) =>
        by.Person is { } issuer && await supervision.AnswersForAsync(issuer, person, stop) is not null;

    /// <summary>Those of the people for whom this actor may make codes; a class in three statements.</summary>
    public async Task<IReadOnlySet<PersonId>> PermittedAsync(Actor by, IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        if (by.Person is not { } issuer) return new HashSet<PersonId>();
        if (people.Count == 1) return await MayIssueAsync(by, people.First(), stop) ? people.ToHashSet() : [];

        var permitted = people.Intersect(await supervision.PupilsOfAsync(issuer, stop))
            .Union(await supervision.OfficePupilsAsync(issuer, people, stop)).ToHashSet();
        foreach (var person in people)
        {
            if (!permitted.Contains(person) && await MayIssueAsync(by, person, stop)) permitted.Add(person);
        }

        permitted.Remove(issuer);
        return permitted;
    }

    /// <summary>The pupils of a class for whom this actor may make codes; none where there are none, or the class is not theirs.</summary>
    public async Task<IReadOnlyList<PersonId>> ClassAsync(Actor by, GroupId group, CancellationToken stop)
    {
        if (by.Person is not { } issuer) return [];

        var now = clock.UtcNow();
        var inside = db.Set<Membership>().Where(m => m.FromUtc <= now && now < m.UntilUtc);
        var found = await inside.Where(m => m.Group == group && inside.Any(p => p.Person == m.Person && p.Group == GroupId.Pupils))
            .Select(m => new { m.Person, Taught = inside.Any(t => t.Group == group && t.Person == issuer) }).Distinct().ToListAsync(stop);
        var pupils = found.ConvertAll(f => f.Person);

        // All is asked in any case: a class that is not theirs costs what one that never was does.
        var own = await supervision.PupilsOfAsync(issuer, stop);
        var office = await supervision.OfficePupilsAsync(issuer, pupils, stop);
        var mine = found.Where(f => f.Taught).Select(f => f.Person).Intersect(own).ToList();
        return mine.Count > 0 ? mine : office;
    }
}
