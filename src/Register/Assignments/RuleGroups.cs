using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Which groups an assignment puts its person into, by rule.</summary>
internal sealed class RuleGroups(TupaDb db, TimeProvider clock)
{
    private const int Deepest = 8;

    /// <summary>Everyone of the population; the unit and all above it for staff; the organ, the duty, what was named; and for a substitute what the one stood in for has by that assignment.</summary>
    public async Task<IReadOnlyCollection<GroupId>> OfAsync(NewAssignment assignment, CancellationToken stop)
    {
        var groups = new HashSet<GroupId> { Everyone(assignment.Population) };
        groups.UnionWith(assignment.Groups);
        groups.UnionWith(new[] { assignment.Organ, assignment.Duty }.OfType<GroupId>());
        if (assignment.Population == Population.Staff) groups.UnionWith(await UnitsAsync(assignment.Unit, stop));
        if (assignment.StandsInFor is { } absent)
        {
            var now = clock.UtcNow();
            groups.UnionWith(await db.Set<GroupMember>()
                .Where(m => m.Cause == absent.Value && m.Because == Because.Assignment && now < m.UntilUtc)
                .Select(m => m.Group).ToListAsync(stop));
        }

        return groups;
    }

    public static GroupId Everyone(Population population) => population switch
    {
        Population.Staff => GroupId.Staff,
        Population.Elected => GroupId.Elected,
        Population.Partner => GroupId.Partners,
        Population.Pupil => GroupId.Pupils,
    };

    private async Task<List<GroupId>> UnitsAsync(UnitId? unit, CancellationToken stop)
    {
        var groups = new List<GroupId>();
        for (var level = 0; unit is not null && level < Deepest; level++)
        {
            var at = await db.Set<Unit>().Where(u => u.Id == unit).Select(u => new { u.Group, u.Parent }).FirstOrDefaultAsync(stop);
            if (at is null) break;
            groups.Add(at.Group);
            unit = at.Parent;
        }

        return groups;
    }
}
