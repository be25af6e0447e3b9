using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Whom a person answers for as a head, now: whoever works in the units that have no nearer head, and the nearest heads below. Nobody answers for themselves.</summary>
internal sealed class Team
{
    private readonly IReadOnlyDictionary<UnitId, HeadedUnit> _units;
    private readonly DateTime _now;

    public Team(PersonId head, IReadOnlyDictionary<UnitId, HeadedUnit> units, DateTime now)
    {
        (Head, _units, _now) = (head, units, now);
        var nearest = units.Keys.Select(u => (Unit: u, Head: HeadTimes.Supervisor(default, u, units, now))).ToList();
        Units = [.. nearest.Where(n => n.Head == head).Select(n => n.Unit)];
        Below = [.. nearest.Where(n => n.Head is { } other && other != head && HeadTimes.Supervisor(other, n.Unit, units, now) == head).Select(n => (n.Head!.Value, n.Unit))];
    }

    public PersonId Head { get; }

    /// <summary>Where a newcomer would be answered for by this head.</summary>
    public IReadOnlyList<UnitId> Units { get; }

    /// <summary>The heads next below, each with the unit that they head and work in.</summary>
    public IReadOnlyList<(PersonId Head, UnitId Unit)> Below { get; }

    public Text NameOf(UnitId unit) => _units[unit].Name;

    public bool IsUnit(UnitId unit) => _units.ContainsKey(unit);

    public bool AnswersFor(PersonId person, UnitId unit) => person != Head && HeadTimes.Supervisor(person, unit, _units, _now) == Head;
}

/// <summary>Opens the teams of heads. Everything that asks whose somebody is asks here or <see cref="HeadTimes"/> itself.</summary>
internal sealed class TeamAccess(TupaDb db, TimeProvider clock)
{
    /// <summary>One statement.</summary>
    public async Task<Team> OfAsync(PersonId head, CancellationToken stop) => new(head, await HeadedUnits.OfAsync(db, stop), clock.UtcNow());

    /// <summary>An assignment of one of the person's people, though it may have ended; null for anyone else's. Two statements, whatever the answer.</summary>
    public async Task<(Team Team, TeamAssignment Of)?> OpenAsync(AssignmentId id, PersonId me, CancellationToken stop)
    {
        var team = await OfAsync(me, stop);
        var found = await (
            from a in db.Set<Assignment>()
            where a.Id == id
            join duty in db.Set<Group>() on a.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            select new TeamAssignment(
                a,
                (from s in db.Set<Sponsorship>()
                 join answers in db.Set<Assignment>() on s.SponsorAssignment equals answers.Id
                 where s.Assignment == a.Id
                 select (PersonId?)answers.Person).FirstOrDefault(),
                db.Set<Unit>().Any(u => u.Head == a.Id),
                db.Set<Extension>().Any(e => e.Assignment == a.Id && e.State == ExtensionState.Proposed),
                d.Code, d.NameFi, d.NameSv)).FirstOrDefaultAsync(stop);
        return found is not null && IsOwn(team, found) ? (team, found) : null;
    }

    /// <summary>The assignments of one's people that have not ended. A query to build on; one statement of its own where heads below are among them.</summary>
    public async Task<IQueryable<Assignment>> PeopleAsync(Team team, bool partners, CancellationToken stop)
    {
        var (now, me, units) = (clock.UtcNow(), team.Head, team.Units);
        var below = await BelowAsync(team, now, stop);
        var sponsored = db.Set<Sponsorship>().Where(s => db.Set<Assignment>().Any(a => a.Id == s.SponsorAssignment && a.Person == me)).Select(s => s.Assignment);
        var all = db.Set<Assignment>().Where(a => now < a.UntilUtc && a.Person != me);
        return partners
            ? all.Where(a => (a.Population == Population.Staff && a.Unit != null && units.Contains(a.Unit.Value)) || below.Contains(a.Id) || (a.Population == Population.Partner && sponsored.Contains(a.Id)))
            : all.Where(a => (a.Population == Population.Staff && a.Unit != null && units.Contains(a.Unit.Value)) || below.Contains(a.Id));
    }

    /// <summary>What the heads below do in the units that they head: theirs is not their own to keep.</summary>
    private async Task<List<AssignmentId>> BelowAsync(Team team, DateTime now, CancellationToken stop)
    {
        if (team.Below.Count == 0) return [];

        var (heads, units) = (team.Below.Select(b => b.Head).Distinct().ToList(), team.Below.Select(b => b.Unit).ToList());
        var rows = await db.Set<Assignment>()
            .Where(a => now < a.UntilUtc && a.Population == Population.Staff && a.Unit != null && units.Contains(a.Unit.Value) && heads.Contains(a.Person))
            .Select(a => new { a.Id, a.Person, Unit = a.Unit!.Value }).ToListAsync(stop);
        return [.. rows.Where(r => team.AnswersFor(r.Person, r.Unit)).Select(r => r.Id)];
    }

    private static bool IsOwn(Team team, TeamAssignment found) => found.Row.Population switch
    {
        Population.Staff => found.Row.Unit is { } unit && team.AnswersFor(found.Row.Person, unit),
        Population.Partner => found.Sponsor == team.Head,
        Population.Elected or Population.Pupil => false,
    };
}

/// <summary>An assignment as the one who answers for its person opens it.</summary>
/// <param name="Heads">A unit is headed by it.</param>
/// <param name="Waits">A proposal that it go on waits for the source.</param>
internal sealed record TeamAssignment(Assignment Row, PersonId? Sponsor, bool Heads, bool Waits, string? Duty, string? DutyFi, string? DutySv)
{
    /// <summary>The supervisor changes it at once: supervisors are its source.</summary>
    public bool IsOwn => Row is { Population: Population.Staff, Source: Source.Supervisors };
}
