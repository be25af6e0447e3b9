using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Why a person is in a group: which assignment, from which source, or whose grant; and until when.</summary>
/// <param name="Source">Whose record the assignment stands on; null for a grant.</param>
/// <param name="Place">The unit or organ of the assignment; null for a grant.</param>
public sealed record GroupReason(
    GroupId Group, GroupKind Kind, Text Name, Because Because, Guid Cause, Source? Source, AssignmentKind? Assignment, Text? Place, DateTime FromUtc, DateTime UntilUtc);

/// <summary>The first links of every explanation: from an assignment or a grant to a group.</summary>
public sealed class GroupReasons(TupaDb db, TimeProvider clock)
{
    /// <summary>Every way in which the person is in these groups by themself now, in one statement.</summary>
    public async Task<IReadOnlyList<GroupReason>> OfAsync(PersonId person, IReadOnlyCollection<GroupId> groups, CancellationToken stop = default)
    {
        if (groups.Count == 0) return [];

        var now = clock.UtcNow();
        var rows = await (
            from m in db.Set<GroupMember>().Where(m => m.Person == person && groups.Contains(m.Group) && m.FromUtc <= now && now < m.UntilUtc)
            join g in db.Set<Group>() on m.Group equals g.Id
            join assignment in db.Set<Assignment>().Where(a => a.Person == person) on m.Cause equals assignment.Id.Value into assignments
            from a in assignments.DefaultIfEmpty()
            join unit in db.Set<Unit>() on a.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            join organ in db.Set<Group>() on a.Organ equals organ.Id into organs
            from o in organs.DefaultIfEmpty()
            select new
            {
                m.Group,
                g.Kind,
                g.NameFi,
                g.NameSv,
                m.Because,
                m.Cause,
                Source = (Source?)a.Source,
                Assignment = (AssignmentKind?)a.Kind,
                PlaceFi = u.NameFi ?? o.NameFi,
                PlaceSv = u.NameSv ?? o.NameSv,
                m.FromUtc,
                m.UntilUtc,
            }).ToListAsync(stop);
        return [.. rows.Select(m => new GroupReason(
            m.Group, m.Kind, new(m.NameFi, m.NameSv, m.NameFi), m.Because, m.Cause, m.Source, m.Assignment,
            m.PlaceFi is null ? null : new Text(m.PlaceFi, m.PlaceSv!, m.PlaceFi), m.FromUtc, m.UntilUtc))];
    }
}
