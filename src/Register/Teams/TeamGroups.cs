using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The classes and teaching groups that a head may give: those of the schools that the head answers for, as long as somebody is in them.</summary>
internal static class TeamGroups
{
    /// <summary>More than any school has.</summary>
    private const int Most = 400;

    /// <summary>In the order of the alphabet. One statement; none for one who heads no unit.</summary>
    public static async Task<IReadOnlyList<TeamChoice>> OfAsync(TupaDb db, Team team, DateTime now, CancellationToken stop) => team.Units.Count == 0 ? [] :
        [.. (await Living(db, team, now).OrderBy(g => g.Id).Take(Most).Select(g => new { g.Id, g.NameFi, g.NameSv }).ToListAsync(stop))
            .Select(g => new TeamChoice(g.Id.ToString(), PersonText.Named(g.NameFi, g.NameSv))).OrderBy(g => g.Name.ToString(), StringComparer.CurrentCulture)];

    /// <summary>Whether all of them are such groups. At most one statement.</summary>
    public static async Task<bool> AreOfAsync(TupaDb db, Team team, IReadOnlyCollection<Guid> groups, DateTime now, CancellationToken stop)
    {
        var ids = groups.Distinct().Select(g => new GroupId(g)).ToList();
        return ids.Count == 0 || await Living(db, team, now).CountAsync(g => ids.Contains(g.Id), stop) == ids.Count;
    }

    private static IQueryable<Group> Living(TupaDb db, Team team, DateTime now)
    {
        var units = team.Units;
        return db.Set<Group>()
            .Where(g => (g.Kind == GroupKind.Class || g.Kind == GroupKind.Teaching) && g.Unit != null && units.Contains(g.Unit.Value))
            .Where(g => db.Set<GroupMember>().Any(m => m.Group == g.Id && now < m.UntilUtc));
    }
}
