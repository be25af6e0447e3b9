using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Reads what was done to a person: from the log, and from the rooms that keep a state of the person.</summary>
internal sealed class TimelineEvents(TupaDb db, AuditTraces log, IEnumerable<IPersonTraces> rooms)
{
    private const int Most = 200;

    /// <summary>The states that other rooms keep. One statement for all of them.</summary>
    public async Task<IReadOnlyList<PersonTrace>> StatesAsync(PersonId person, CancellationToken stop) =>
        await rooms.Select(r => r.Of(person)).Aggregate((all, some) => all.Concat(some)).OrderBy(t => t.At).ToListAsync(stop);

    /// <summary>Newest first, at most two hundred, with the names of those who did it. What was about assignments that are not shown is not told either. One statement.</summary>
    public async Task<IReadOnlyList<TimelineEvent>> OfAsync(PersonId person, IReadOnlyList<TimelineAssignment> shown, CancellationToken stop)
    {
        var rows = await (
            from t in log.Of(person, TimelineText.Deeds)
            from p in db.Set<Person>().Where(p => p.Id == t.By).DefaultIfEmpty()
            from card in db.Set<CardA>().Where(c => c.Person == t.By).DefaultIfEmpty()
            orderby t.At descending, t.Id descending
            select new { t.At, t.Deed, t.Thing, t.ByName, Shielded = (bool?)p!.Shielded, Given = card!.GivenName, Family = card!.FamilyName }).Take(Most).ToListAsync(stop);
        var about = shown.SelectMany(a => a.Powers.Select(p => p.Id.Value).Prepend(a.Id.Value).Select(id => (id, a))).ToDictionary(t => t.id, t => t.a);
        return [.. rows.Where(r => TimelineText.IsOfPerson(r.Deed) || (r.Thing is { } thing && about.ContainsKey(thing)))
            .Select(r => new TimelineEvent(
                r.At, r.Deed, r.Thing is { } thing && about.TryGetValue(thing, out var what) ? What(what) : null,
                r.Shielded is null ? null : r.Shielded == true ? PersonText.Withheld : r.Given is null ? PersonText.Former : $"{r.Given} {r.Family}", r.ByName == PersonsName))];
    }

    /// <summary>How the log calls whoever is a person (<see cref="Actor.Of"/>).</summary>
    private static readonly string PersonsName = Actor.Of(new PersonId(Guid.Empty)).Name;

    private static string What(TimelineAssignment assignment) =>
        string.Join(", ", new[] { SourceText.Of(assignment.Population).ToString(), assignment.Duty, assignment.Place }.OfType<string>());
}
