using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Reads those one answers for: the people of the units one heads or acts for, and the partners one sponsors.</summary>
public sealed class TeamQueries
{
    /// <summary>So far ahead supervisors look.</summary>
    public const int Days = 60;

    public const int PageSize = 50;

    private readonly TupaDb _db;
    private readonly TeamAccess _teams;
    private readonly PeopleNames _names;
    private readonly TimeProvider _clock;

    internal TeamQueries(TupaDb db, TeamAccess teams, PeopleNames names, TimeProvider clock) => (_db, _teams, _names, _clock) = (db, teams, names, clock);

    /// <summary>A page in the order of the Finnish alphabet. At most four statements, whatever the number of people.</summary>
    public async Task<TeamPeople> OfAsync(string? after, Actor by, CancellationToken stop = default)
    {
        if (by.Person is not { } me) return new([], null, false, null);

        var team = await _teams.OfAsync(me, stop);
        var rows = await OnwardAsync(await _teams.PeopleAsync(team, partners: true, stop), after, stop);
        var shown = rows.Take(PageSize).ToList();
        var named = await _names.ForAsync([.. shown.Select(r => r.Person).Distinct()], by, stop);
        var (today, soon) = (_clock.Today(), _clock.Today().AddDays(Days));
        var round = ConfirmationRound.Of(today);
        return new(
            [.. shown.Select(r => new TeamRow(
                r.Id, named[r.Person], TeamText.What(r.DutyFi, r.DutySv, r.UnitFi, r.UnitSv, r.Population), r.FirstDay, TeamText.Closed(r.LastDay), r.LastDay <= soon, r.FirstDay <= today, r.Waits))],
            rows.Count > PageSize ? new TeamCursor(shown[^1].SortKey, shown[^1].Id).ToString() : null, team.Units.Count > 0, round.IsOpen(today) ? round : null);
    }

    /// <summary>One of one's people; null for anyone else's, and once it has ended.</summary>
    public async Task<TeamMember?> OneAsync(AssignmentId assignment, Actor by, CancellationToken stop = default) =>
        by.Person is { } me && await _teams.OpenAsync(assignment, me, stop) is { } open && open.Of.Row.UntilUtc > _clock.UtcNow()
            ? Member(open.Team, open.Of, (await _names.ForAsync([open.Of.Row.Person], by, stop))[open.Of.Row.Person], open.Of.IsOwn ? await DutiesAsync(stop) : [])
            : null;

    /// <summary>What the form of a new colleague offers; null for one who heads no unit, and for a substitute of somebody else's people.</summary>
    public async Task<NewColleague?> NewAsync(AssignmentId? absent, Actor by, CancellationToken stop = default)
    {
        if (by.Person is not { } me) return null;
        if (absent is { } of)
            return await OneAsync(of, by, stop) is { Population: Population.Staff } member ? new(member.Units, member.Own ? member.Duties : await DutiesAsync(stop), [], member) : null;

        var team = await _teams.OfAsync(me, stop);
        return team.Units.Count == 0 ? null : new(UnitsOf(team), await DutiesAsync(stop), await TeamGroups.OfAsync(_db, team, _clock.UtcNow(), stop), null);
    }

    private TeamMember Member(Team team, TeamAssignment of, PersonName name, IReadOnlyList<TeamChoice> duties)
    {
        var row = of.Row;
        return new(
            row.Id, name, of.DutyFi is { } duty ? PersonText.Named(duty, of.DutySv!).ToString() : null, of.Duty,
            row.Unit is { } unit && team.IsUnit(unit) ? team.NameOf(unit).ToString() : null, row.Unit, row.Population, row.Kind, row.Source,
            row.FirstDay, TeamText.Closed(row.LastDay), row.LastDay <= _clock.Today().AddDays(Days), of.IsOwn, of.Heads, of.Waits, UnitsOf(team), duties);
    }

    private static List<TeamChoice> UnitsOf(Team team) =>
        [.. team.Units.Select(u => new TeamChoice(u.ToString(), team.NameOf(u))).OrderBy(u => u.Name.ToString(), StringComparer.CurrentCulture)];

    /// <summary>The coded list. What a feed has named of its own is not in it.</summary>
    private async Task<IReadOnlyList<TeamChoice>> DutiesAsync(CancellationToken stop) =>
        [.. (await TeamDuties.Coded(_db).Select(g => new { g.Code, g.NameFi, g.NameSv }).ToListAsync(stop))
            .Select(g => new TeamChoice(g.Code!, PersonText.Named(g.NameFi, g.NameSv))).OrderBy(d => d.Name.ToString(), StringComparer.CurrentCulture)];

    private async Task<List<Read>> OnwardAsync(IQueryable<Assignment> people, string? after, CancellationToken stop)
    {
        var rows =
            from a in people
            join p in _db.Set<Person>() on a.Person equals p.Id
            join duty in _db.Set<Group>() on a.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            join unit in _db.Set<Unit>() on a.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            select new Read
            {
                Id = a.Id,
                Person = a.Person,
                SortKey = p.SortKey,
                Population = a.Population,
                FirstDay = a.FirstDay,
                LastDay = a.LastDay,
                DutyFi = d.NameFi,
                DutySv = d.NameSv,
                UnitFi = u.NameFi,
                UnitSv = u.NameSv,
                Waits = _db.Set<Extension>().Any(e => e.Assignment == a.Id && e.State == ExtensionState.Proposed),
            };
        if (TeamCursor.Of(after) is { } from) rows = rows.Where(r => SortKeys.FromOn(r.SortKey, from.SortKey) && (r.SortKey != from.SortKey || r.Id.CompareTo(from.Id) > 0));
        return await rows.OrderBy(r => r.SortKey).ThenBy(r => r.Id).Take(PageSize + 1).ToListAsync(stop);
    }

    private sealed class Read
    {
        public required AssignmentId Id { get; init; }
        public required PersonId Person { get; init; }
        public required byte[] SortKey { get; init; }
        public required Population Population { get; init; }
        public required DateOnly FirstDay { get; init; }
        public required DateOnly LastDay { get; init; }
        public string? DutyFi { get; init; }
        public string? DutySv { get; init; }
        public string? UnitFi { get; init; }
        public string? UnitSv { get; init; }
        public required bool Waits { get; init; }
    }
}

/// <summary>The place in the alphabet after which a page goes on.</summary>
internal readonly record struct TeamCursor(byte[] SortKey, AssignmentId Id)
{
    public override string ToString() => new PeopleCursor(SortKey, new(Id.Value)).ToString();

    public static TeamCursor? Of(string? text) => PeopleCursor.Of(text) is { } cursor ? new(cursor.SortKey, new(cursor.Id.Value)) : null;
}

/// <summary>The duties that a supervisor may give.</summary>
internal static class TeamDuties
{
    /// <summary>Feeds put their own name before the codes of theirs; see <see cref="Places.CodeOf"/>.</summary>
    private const string OfFeed = ":";

    public static IQueryable<Group> Coded(TupaDb db) => db.Set<Group>().Where(g => g.Kind == GroupKind.Duty && g.Code != null && !g.Code.Contains(OfFeed));

    public static Task<GroupId?> FindAsync(TupaDb db, string code, CancellationToken stop) =>
        Coded(db).Where(g => g.Code == code).Select(g => (GroupId?)g.Id).FirstOrDefaultAsync(stop);
}
