using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Who sees whom: the one answer for directory, profile, autocomplete, mentions, member lists, API and counts. Staff see staff
/// and elected officials; pupils, partners and shielded persons are seen only through a close group; everyone sees themself.
/// </summary>
public sealed class PeopleSeen(TupaDb db, TimeProvider clock)
{
    /// <summary>The people this actor may see, as a query to put into a query. The house itself sees everyone; a visitor nobody.</summary>
    public IQueryable<PersonId> By(Actor actor)
    {
        if (actor.Person is not { } me) return db.Set<Person>().Where(p => actor != Actor.Anonymous).Select(p => p.Id);

        var now = clock.UtcNow();
        var mine = db.Set<Membership>().Where(m => m.Person == me && m.FromUtc <= now && now < m.UntilUtc).Select(m => m.Group);
        var close = db.Set<Group>().Where(g => g.Close && mine.Contains(g.Id)).Select(g => g.Id);

        var asStaff = db.Set<GroupMember>()
            .Where(m => (m.Group == GroupId.Staff || m.Group == GroupId.Elected) && m.FromUtc <= now && now < m.UntilUtc)
            .Where(m => mine.Contains(GroupId.Staff))
            .Where(m => !db.Set<Person>().Any(p => p.Id == m.Person && p.Shielded))
            .Select(m => m.Person);
        var together = db.Set<Membership>()
            .Where(m => close.Contains(m.Group) && m.FromUtc <= now && now < m.UntilUtc)
            .Select(m => m.Person);
        var self = db.Set<Person>().Where(p => p.Id == me).Select(p => p.Id);

        return asStaff.Concat(together).Concat(self);
    }
}
