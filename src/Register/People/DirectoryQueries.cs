using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A person in the directory. For the shielded only the name is filled.</summary>
public sealed record DirectoryRow(
    PersonName Person, string? Duty, string? Place, string? Within, string? ClassName, bool Elected, SchoolRole? Role, string? Email, string? Phone);

/// <summary>A page of the directory.</summary>
/// <param name="Total">How many match; at most one more than <see cref="DirectoryQueries.MostCounted"/>.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record DirectoryPage(IReadOnlyList<DirectoryRow> Rows, int Total, string? Next, Populations Viewer);

/// <summary>What the directory can be limited by, for this viewer.</summary>
public sealed record DirectoryLimits(
    IReadOnlyList<(GroupId Id, string Name)> Units, IReadOnlyList<(UnitId Id, string Name)> Schools,
    IReadOnlyList<(GroupId Id, string Name)> Organs, IReadOnlyList<(GroupId Id, string Name)> Groups);

/// <summary>Reads the directory: only those whom the viewer sees, a page at a time, in the order of the Finnish alphabet.</summary>
public sealed class DirectoryQueries(TupaDb db, PeopleSeen seen, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Beyond this a count is said as "more than".</summary>
    public const int MostCounted = 1_000;

    private const int MostChoices = 300;

    /// <summary>Four statements, whatever the number of people.</summary>
    /// <param name="counted">False where nobody asks how many match: then the total is 0, and page after page is read without counting a thousand each time.</param>
    public async Task<DirectoryPage> FindAsync(PeopleFilter filter, Actor actor, bool counted = true, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var viewer = await seen.PopulationsOfAsync(actor, stop);
        var typed = TypedWords.Of(filter.Typed) is { Count: > 0 } words ? TypedWords.Matching(db, words) : null;
        var matching = Limited(seen.Visible(actor, viewer.Staff, typed), filter, now);

        var onward = PeopleCursor.Of(filter.After) is { } after
            ? matching.Where(p => SortKeys.FromOn(p.SortKey, after.SortKey) && (p.SortKey != after.SortKey || p.Id.CompareTo(after.Id) > 0))
            : matching;
        var some = onward.OrderBy(p => p.SortKey).ThenBy(p => p.Id).Take(PageSize + 1);
        var read = await (counted
            ? some.Select(p => new { p.Id, Total = matching.Take(MostCounted + 1).Count() })
            : some.Select(p => new { p.Id, Total = 0 })).ToListAsync(stop);

        var shown = await NameRows.InOrderAsync(db, [.. read.Take(PageSize).Select(r => r.Id)], now, stop);
        var places = await PlacesAsync([.. shown.Where(r => !r.Shielded).Select(r => r.Id)], stop);
        var next = read.Count > PageSize && shown.Count > 0 ? new PeopleCursor(shown[^1].SortKey, shown[^1].Id).ToString() : null;
        return new([.. shown.Where(r => r.InSight).Select(r => Row(r, places[r.Id], viewer))], read.Count == 0 ? 0 : read[0].Total, next, viewer);
    }

    /// <summary>What the selects offer: staff choose from the whole city, others from the groups they are in. One statement.</summary>
    public async Task<DirectoryLimits> LimitsAsync(Actor actor, Populations viewer, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var me = actor.Person ?? new PersonId(Guid.Empty);
        var staff = viewer.Staff;
        // Asked from both ends, so that the classes of the whole city are not gone through to find one's own.
        var mine = db.Set<GroupMember>().Where(m => m.Person == me && m.FromUtc <= now && now < m.UntilUtc).Select(m => m.Group);
        var chosen = db.Set<Group>().Where(g => mine.Contains(g.Id) && (g.Kind == GroupKind.Class || g.Kind == GroupKind.Teaching || g.Kind == GroupKind.Organ));
        if (staff) chosen = chosen.Union(db.Set<Group>().Where(g => g.Kind == GroupKind.Unit || g.Kind == GroupKind.School || g.Kind == GroupKind.Organ));
        var rows = await (
            from g in chosen
            join unit in db.Set<Unit>() on g.Id equals unit.Group into units
            from u in units.DefaultIfEmpty()
            orderby g.NameFi
            select new { g.Id, g.Kind, g.NameFi, g.NameSv, Unit = (UnitId?)u.Id, UnitKind = (UnitKind?)u.Kind }).ToListAsync(stop);

        var named = rows.Select(r => (r.Id, r.Kind, r.Unit, School: r.UnitKind == UnitKind.School, Name: PersonText.Named(r.NameFi, r.NameSv).ToString()))
            .OrderBy(r => r.Name, StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true)).ToList();
        return new(
            [.. named.Where(r => r.Kind == GroupKind.Unit && r.Unit is not null && !r.School).Take(MostChoices).Select(r => (r.Id, r.Name))],
            [.. named.Where(r => r.School).Take(MostChoices).Select(r => (r.Unit!.Value, r.Name))],
            [.. named.Where(r => r.Kind == GroupKind.Organ).Take(MostChoices).Select(r => (r.Id, r.Name))],
            [.. named.Where(r => r.Kind is GroupKind.Class or GroupKind.Teaching || (r.Kind == GroupKind.Unit && r.Unit is null)).Take(MostChoices).Select(r => (r.Id, r.Name))]);
    }

    /// <summary>A limit must not say of a shielded person what the row does not: they are in no limited list.</summary>
    private IQueryable<Person> Limited(IQueryable<Person> people, PeopleFilter filter, DateTime now)
    {
        if (filter.Chosen > 0) people = people.Where(p => !p.Shielded);
        foreach (var group in new[] { filter.Unit, filter.Organ, filter.Group }.OfType<GroupId>())
        {
            var members = Members(group, now);
            people = people.Where(p => members.Contains(p.Id));
        }

        if (filter.School is not { } school) return people;

        var working = db.Set<Unit>().Where(u => u.Id == school)
            .Join(db.Set<GroupMember>(), u => u.Group, m => m.Group, (u, m) => m)
            .Where(m => m.FromUtc <= now && now < m.UntilUtc).Select(m => m.Person);
        var attending = db.Set<CardB>().Where(c => c.School == school && (c.HiddenAt == null || now < c.HiddenAt)).Select(c => c.Person);
        var there = working.Union(attending);
        return people.Where(p => there.Contains(p.Id));
    }

    /// <summary>Spaces and audiences are nobody's limit here: who is in them is theirs to say.</summary>
    private IQueryable<PersonId> Members(GroupId group, DateTime now) => db.Set<GroupMember>()
        .Where(m => m.Group == group && m.FromUtc <= now && now < m.UntilUtc)
        .Where(m => db.Set<Group>().Any(g => g.Id == group
            && g.Kind != GroupKind.SpaceMembers && g.Kind != GroupKind.Audience && g.Kind != GroupKind.HandMade && g.Kind != GroupKind.Head))
        .Select(m => m.Person);

    private async Task<ILookup<PersonId, Place>> PlacesAsync(List<PersonId> people, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var today = Helsinki.Day(now);
        var rows = people.Count == 0 ? [] : await (
            from a in db.Set<Assignment>().Where(a => people.Contains(a.Person) && a.FirstDay <= today && now < a.UntilUtc)
            join duty in db.Set<Group>() on a.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            join unit in db.Set<Unit>() on a.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            join organ in db.Set<Group>() on a.Organ equals organ.Id into organs
            from o in organs.DefaultIfEmpty()
            orderby a.FirstDay, a.Id
            select new Place(a.Person, a.Population, d.NameFi, d.NameSv, u.NameFi, u.NameSv, o.NameFi, o.NameSv)).ToListAsync(stop);
        return rows.ToLookup(r => r.Person);
    }

    private static DirectoryRow Row(NameRow row, IEnumerable<Place> places, Populations viewer)
    {
        var name = row.ToName();
        if (row.Shielded) return new(name, null, null, null, null, Elected: false, null, null, null);

        var all = places.ToList();
        var own = all.OrderBy(p => p.Population == Population.Staff ? 0 : 1).FirstOrDefault();
        var organ = all.Select(p => p.Organ).FirstOrDefault(o => o is not null);
        var place = row.Outside || row.Pupil ? row.Unit : own?.Unit ?? organ ?? row.Unit;
        return new(
            name, own?.Duty, place, organ == place ? null : organ, row.Pupil ? row.ClassName : null, row.Elected && !row.Staff, row.Role,
            viewer.OnlyPupil ? null : row.Email, viewer.OnlyPupil ? null : row.Phone);
    }

    private sealed record Place(
        PersonId Person, Population Population, string? DutyFi, string? DutySv, string? UnitFi, string? UnitSv, string? OrganFi, string? OrganSv)
    {
        public string? Duty => Named(DutyFi, DutySv);

        public string? Unit => Named(UnitFi, UnitSv);

        public string? Organ => Named(OrganFi, OrganSv);

        private static string? Named(string? fi, string? sv) => fi is null ? null : PersonText.Named(fi, sv!).ToString();
    }
}
