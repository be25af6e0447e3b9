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
    /// <summary>Every way in which the person is in these groups by themself now, in two statements.</summary>
    public async Task<IReadOnlyList<GroupReason>> OfAsync(PersonId person, IReadOnlyCollection<GroupId> groups, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var members = await db.Set<GroupMember>()
            .Where(m => m.Person == person && groups.Contains(m.Group) && m.FromUtc <= now && now < m.UntilUtc)
            .Join(db.Set<Group>(), m => m.Group, g => g.Id, (m, g) => new { Member = m, g.Kind, g.NameFi, g.NameSv })
            .ToListAsync(stop);

        var causes = members.Where(m => m.Member.Because == Because.Assignment).Select(m => new AssignmentId(m.Member.Cause)).Distinct().ToList();
        var assignments = (await db.Set<Assignment>()
            .Where(a => causes.Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                a.Source,
                a.Kind,
                Unit = db.Set<Unit>().Where(u => u.Id == a.Unit).Select(u => new { u.NameFi, u.NameSv }).FirstOrDefault(),
                Organ = db.Set<Group>().Where(g => g.Id == a.Organ).Select(g => new { g.NameFi, g.NameSv }).FirstOrDefault(),
            })
            .ToListAsync(stop)).ToDictionary(a => a.Id.Value);

        return [.. members.Select(m =>
        {
            var assignment = assignments.GetValueOrDefault(m.Member.Cause);
            var place = assignment?.Unit ?? assignment?.Organ;
            return new GroupReason(
                m.Member.Group, m.Kind, new(m.NameFi, m.NameSv, m.NameFi), m.Member.Because, m.Member.Cause, assignment?.Source, assignment?.Kind,
                place is null ? null : new Text(place.NameFi, place.NameSv, place.NameFi), m.Member.FromUtc, m.Member.UntilUtc);
        })];
    }
}
