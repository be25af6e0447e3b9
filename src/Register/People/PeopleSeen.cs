using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Who sees whom: the one answer for directory, profile, autocomplete, mentions, member lists, API and counts. Staff see staff
/// and elected officials; pupils, partners and shielded persons are seen only through a close group; everyone sees themself.
/// </summary>
public sealed class PeopleSeen(TupaDb db, TimeProvider clock)
{
    /// <summary>
    /// The people this actor may see, as a query to put into a query. The house itself sees everyone; a visitor nobody.
    /// Write <c>rows.Where(r => seen.Any(p => p == r.Person))</c>: asked row by row it never gathers the whole city.
    /// </summary>
    public IQueryable<PersonId> By(Actor actor) => Visible(actor).Select(p => p.Id);

    /// <summary>Whether the actor sees the person, now.</summary>
    public Task<bool> SeesAsync(Actor actor, PersonId person, CancellationToken stop = default) =>
        Visible(actor).AnyAsync(p => p.Id == person, stop);

    /// <summary>What the actor is, now: it decides from which end a list of people is best read, and in what words.</summary>
    public Task<Populations> PopulationsOfAsync(Actor actor, CancellationToken stop = default) =>
        Populations.OfAsync(db, actor.Person, clock.UtcNow(), stop);

    /// <param name="staff">What is already known of the actor, so that the database need not find out for every row; null where nothing is.</param>
    internal IQueryable<Person> Visible(Actor actor, bool? staff = null)
    {
        var people = db.Set<Person>();
        if (actor.Person is not { } me) return people.Where(p => actor != Actor.Anonymous);

        var now = clock.UtcNow();
        var together = Together(me, now);
        if (staff == false) return people.Where(p => p.Id == me || together.Contains(p.Id));

        var colleagues = db.Set<GroupMember>()
            .Where(m => (m.Group == GroupId.Staff || m.Group == GroupId.Elected) && m.FromUtc <= now && now < m.UntilUtc);

        // A variable, because a call inside the query would be run by itself, before it.
        var mine = Staff(me, now);
        if (staff is null) colleagues = colleagues.Where(m => mine.Any());
        return people.Where(p => p.Id == me
            || (!p.Shielded && colleagues.Any(m => m.Person == p.Id))
            || together.Any(other => other == p.Id));
    }

    private IQueryable<GroupMember> Staff(PersonId me, DateTime now) => db.Set<GroupMember>()
        .Where(m => m.Person == me && m.Group == GroupId.Staff && m.FromUtc <= now && now < m.UntilUtc);

    /// <summary>Those in a close group with me.</summary>
    private IQueryable<PersonId> Together(PersonId me, DateTime now)
    {
        var memberships = db.Set<Membership>().Where(m => m.FromUtc <= now && now < m.UntilUtc);
        var close = memberships.Where(m => m.Person == me)
            .Join(db.Set<Group>().Where(g => g.Close), m => m.Group, g => g.Id, (m, g) => g.Id);
        return memberships.Where(m => close.Contains(m.Group)).Select(m => m.Person);
    }
}
