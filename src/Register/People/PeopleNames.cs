using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// The names of people that stand beside things the viewer already sees: authors, commenters, stewards. For lists of people,
/// ask <see cref="PeopleSeen"/> first; here only the shielded are withheld from those who do not see them.
/// </summary>
public sealed class PeopleNames(TupaDb db, PeopleSeen seen, WhoAsks asks, TimeProvider clock)
{
    private static readonly Compiled<Func<TupaDb, List<PersonId>, PersonId, DateTime, IAsyncEnumerable<NameRow>>> ForStaff =
        Compiled.Rows<List<PersonId>, PersonId, DateTime, NameRow>((db, asked, me, now) =>
            NameRows.Of.In(db, db.Set<Person>().Where(p => asked.Contains(p.Id)), PeopleSeen.ByStaff.In(db, me, now), now));

    private static readonly Compiled<Func<TupaDb, List<PersonId>, PersonId, DateTime, IAsyncEnumerable<NameRow>>> ForOthers =
        Compiled.Rows<List<PersonId>, PersonId, DateTime, NameRow>((db, asked, me, now) =>
            NameRows.Of.In(db, db.Set<Person>().Where(p => asked.Contains(p.Id)), PeopleSeen.ByOthers.In(db, me, now), now));

    private readonly HashSet<PersonId> _expected = [];
    private (Actor Viewer, Dictionary<PersonId, PersonName> Names)? _ahead;

    /// <summary>Says that these will be asked for as well: they come along with the next question, and cost none of their own.</summary>
    public void Expect(IEnumerable<PersonId> people) => _expected.UnionWith(people);

    /// <summary>One statement, whatever the number. Every id asked for is in the answer; an unknown one is a former user.</summary>
    public async Task<IReadOnlyDictionary<PersonId, PersonName>> ForAsync(
        IReadOnlyCollection<PersonId> people, Actor viewer, CancellationToken stop = default)
    {
        var asked = people.Distinct().ToList();
        if (asked.Count == 0) return new Dictionary<PersonId, PersonName>();

        if (_ahead is { } ahead && ahead.Viewer == viewer && asked.TrueForAll(ahead.Names.ContainsKey)) return asked.ToDictionary(id => id, id => ahead.Names[id]);

        var both = asked.Union(_expected).ToList();
        var rows = await RowsOf(both, viewer).ToDictionaryAsync(r => r.Id, cancellationToken: stop);
        PersonName Named(PersonId id) => rows.TryGetValue(id, out var row) ? row.ToName() : PersonName.Former(id);
        if (_expected.Count > 0) _ahead = (viewer, _expected.ToDictionary(id => id, Named));
        _expected.Clear();
        return asked.ToDictionary(id => id, Named);
    }

    private IAsyncEnumerable<NameRow> RowsOf(List<PersonId> people, Actor viewer)
    {
        var now = clock.UtcNow();
        return viewer.Person is { } me && asks.Standing(me) is { } known
            ? (known.IsStaff ? ForStaff : ForOthers).On(db)(db, people, me, now)
            : db.Set<Person>().Where(p => people.Contains(p.Id)).Names(db, seen.Visible(viewer), now).AsAsyncEnumerable();
    }

    /// <summary>A page of those of these people whom the viewer sees, in the order of the Finnish alphabet. Two statements.</summary>
    public async Task<IReadOnlyList<PersonName>> PageAsync(IQueryable<PersonId> among, Actor viewer, int skip, int take, CancellationToken stop = default)
    {
        var page = await seen.Visible(viewer).Where(p => among.Contains(p.Id))
            .OrderBy(p => p.SortKey).ThenBy(p => p.Id).Skip(skip).Take(take).Select(p => p.Id).ToListAsync(stop);
        var rows = await NameRows.InOrderAsync(db, page, clock.UtcNow(), stop);
        return [.. rows.Select(r => r.ToName())];
    }

    /// <summary>As <see cref="ForAsync"/>, of one person.</summary>
    public async Task<PersonName> OfAsync(PersonId person, Actor viewer, CancellationToken stop = default) =>
        (await ForAsync([person], viewer, stop))[person];
}
