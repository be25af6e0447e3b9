using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A group somebody is in, and whether the viewer is in it too.</summary>
internal sealed record GroupRead(GroupId Id, GroupKind Kind, string NameFi, string NameSv, bool Close, bool Mine)
{
    public string Name => PersonText.Named(NameFi, NameSv);
}

/// <summary>The groups of a person that belong to the register's "groups the person belongs to"; spaces are not of them.</summary>
/// <param name="Now">Those the person is in now.</param>
/// <param name="Given">The names of what each assignment gives, now or when it begins.</param>
internal sealed record GroupsRead(IReadOnlyList<GroupRead> Now, ILookup<Guid, string> Given)
{
    public static readonly GroupsRead None = new([], Array.Empty<string>().ToLookup(_ => Guid.Empty));

    /// <summary>One statement.</summary>
    public static async Task<GroupsRead> OfAsync(PersonId person, PersonId? viewer, TupaDb db, DateTime now, CancellationToken stop)
    {
        var members = db.Set<GroupMember>();
        var rows = await (
            from m in members.Where(m => m.Person == person && now < m.UntilUtc)
            join g in db.Set<Group>() on m.Group equals g.Id
            where g.Kind != GroupKind.SpaceMembers && g.Kind != GroupKind.Audience && g.Kind != GroupKind.Head
                // Says of a partner what the group of all partners says already.
                && (g.Kind != GroupKind.Duty || g.Code != Group.PartnerDuty)
            select new
            {
                Group = new GroupRead(
                    g.Id, g.Kind, g.NameFi, g.NameSv, g.Close,
                    members.Any(v => v.Person == viewer && v.Group == g.Id && v.FromUtc <= now && now < v.UntilUtc)),
                m.Cause,
                Begun = m.FromUtc <= now,
            }).ToListAsync(stop);
        return new([.. rows.Where(r => r.Begun).Select(r => r.Group).Distinct()], rows.ToLookup(r => r.Cause, r => r.Group.Name));
    }
}
