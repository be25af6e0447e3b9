using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A unit as a form offers it.</summary>
public sealed record UnitChoice(UnitId Id, Text Name);

/// <summary>The units of the city, and who heads each now.</summary>
public sealed class UnitHeads(TupaDb db, TimeProvider clock)
{
    /// <summary>Deeper than any city is; a loop in the register ends here.</summary>
    private const int Deepest = 8;

    /// <summary>All units, by name.</summary>
    public async Task<IReadOnlyList<UnitChoice>> AllAsync(CancellationToken stop = default) =>
        [.. (await db.Set<Unit>().Select(u => new { u.Id, u.NameFi, u.NameSv }).ToListAsync(stop))
            .Select(u => new UnitChoice(u.Id, new(u.NameFi, u.NameSv, u.NameFi)))
            .OrderBy(u => u.Name.ToString(), StringComparer.CurrentCulture)];

    /// <summary>Who could go on with what a person keeps in these units: their heads, or who acts for them, and who stands in for the person. Nobody is their own. One statement.</summary>
    public async Task<(IReadOnlyDictionary<UnitId, PersonId> Heads, IReadOnlyList<PersonId> StandIns)> SuccessorsAsync(
        IReadOnlyCollection<UnitId> units, PersonId person, CancellationToken stop = default)
    {
        var own = db.Set<Assignment>().Where(a => a.Person == person).Select(a => (AssignmentId?)a.Id);
        var seats = db.Set<Unit>().Where(u => u.Head != null).Select(u => new { Unit = u.Id, Assignment = u.Head!.Value })
            .Concat(db.Set<Assignment>().Where(a => a.Unit != null && own.Contains(a.StandsInFor)).Select(a => new { Unit = a.Unit!.Value, Assignment = a.Id }));
        var rows = await (
            from u in db.Set<Unit>()
            join seat in seats on u.Id equals seat.Unit into seated
            from s in seated.DefaultIfEmpty()
            join assignment in db.Set<Assignment>() on s.Assignment equals assignment.Id into assignments
            from a in assignments.DefaultIfEmpty()
            select new { u.Id, u.Parent, u.Head, Assignment = (AssignmentId?)a.Id, Person = (PersonId?)a.Person, FirstDay = (DateOnly?)a.FirstDay, UntilUtc = (DateTime?)a.UntilUtc })
            .AsNoTracking().ToListAsync(stop);
        var now = clock.UtcNow();
        var all = rows.GroupBy(r => (r.Id, r.Parent)).Select(g => (Unit: g.Key, Head: g.FirstOrDefault(r => r.Assignment is not null && r.Assignment == r.Head)))
            .ToDictionary(g => g.Unit.Id, g => new HeadedUnit(
                g.Unit.Id, g.Unit.Parent, g.Head?.Person, g.Head?.FirstDay is { } day ? Helsinki.StartOf(day) : Helsinki.Never, g.Head?.UntilUtc ?? Helsinki.Never));
        var standIns = rows.Where(r => r.Assignment is not null && r.Assignment != r.Head && Helsinki.StartOf(r.FirstDay!.Value) <= now && now < r.UntilUtc)
            .Select(r => r.Person!.Value).Where(p => p != person).Distinct();
        return (
            units.Select(u => (Unit: u, Head: HeadTimes.Supervisor(person, u, all, now))).Where(u => u.Head is not null).ToDictionary(u => u.Unit, u => u.Head!.Value),
            [.. standIns]);
    }

    /// <summary>The head of the unit; where that is vacant, of the nearest unit above. Null where nobody heads any of them.</summary>
    public async Task<PersonId?> HeadOfAsync(UnitId unit, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var today = Helsinki.Day(now);
        UnitId? at = unit;
        for (var level = 0; at is not null && level < Deepest; level++)
        {
            var found = await db.Set<Unit>().Where(u => u.Id == at)
                .Select(u => new
                {
                    u.Parent,
                    Head = db.Set<Assignment>().Where(a => a.Id == u.Head && a.FirstDay <= today && now < a.UntilUtc).Select(a => (PersonId?)a.Person).FirstOrDefault(),
                })
                .FirstOrDefaultAsync(stop);
            if (found?.Head is { } head) return head;
            at = found?.Parent;
        }

        return null;
    }
}
