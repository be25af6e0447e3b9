using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Which groups an assignment puts its person into, by rule.</summary>
internal sealed class RuleGroups(TupaDb db, TimeProvider clock)
{
    private const int Deepest = 8;

    /// <summary>
    /// Everyone of the population; the unit and all above it for staff; the organ, the duty, what was named; and for a substitute what
    /// the one stood in for has by that assignment. At most two statements, however many are asked about.
    /// </summary>
    public async Task<IReadOnlyDictionary<AssignmentId, HashSet<GroupId>>> OfAsync(IReadOnlyList<Beginning> many, CancellationToken stop)
    {
        var absent = many.Select(b => b.Told.StandsInFor?.Value).OfType<Guid>().Distinct().ToList();
        var now = clock.UtcNow();
        var stoodInFor = absent.Count == 0 ? [] : await db.Set<GroupMember>()
            .Where(m => absent.Contains(m.Cause) && m.Because == Because.Assignment && now < m.UntilUtc)
            .Select(m => new { m.Cause, m.Group }).ToListAsync(stop);
        var lent = stoodInFor.ToLookup(m => m.Cause, m => m.Group);
        var units = many.Any(b => b.Told is { Population: Population.Staff, Unit: not null })
            ? await db.Set<Unit>().Select(u => new { u.Id, u.Group, u.Parent }).ToDictionaryAsync(u => u.Id, u => (u.Group, u.Parent), stop)
            : [];

        return many.ToDictionary(b => b.Id, b =>
        {
            var groups = new HashSet<GroupId> { Everyone(b.Told.Population) };
            groups.UnionWith(b.Told.Groups);
            groups.UnionWith(new[] { b.Told.Organ, b.Told.Duty }.OfType<GroupId>());
            if (b.Told.Population == Population.Staff) groups.UnionWith(Above(units, b.Told.Unit));
            if (b.Told.StandsInFor is { } other) groups.UnionWith(lent[other.Value]);
            return groups;
        });
    }

    public static GroupId Everyone(Population population) => population switch
    {
        Population.Staff => GroupId.Staff,
        Population.Elected => GroupId.Elected,
        Population.Partner => GroupId.Partners,
        Population.Pupil => GroupId.Pupils,
    };

    private static IEnumerable<GroupId> Above(Dictionary<UnitId, (GroupId Group, UnitId? Parent)> units, UnitId? unit)
    {
        for (var level = 0; unit is { } at && units.TryGetValue(at, out var found) && level < Deepest; level++)
        {
            yield return found.Group;
            unit = found.Parent;
        }
    }
}
