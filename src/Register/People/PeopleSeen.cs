using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Who sees whom: the one answer for directory, profile, autocomplete, mentions, member lists, API and counts. Staff see staff
/// and elected officials; pupils, partners and shielded persons are seen only through a close group; everyone sees themself.
/// </summary>
public sealed class PeopleSeen(TupaDb db, WhoAsks asks, TimeProvider clock)
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
    public async Task<Populations> PopulationsOfAsync(Actor actor, CancellationToken stop = default) =>
        actor.Person is { } me && asks.Standing(me) is { } known
            ? new(known.IsStaff, known.IsElected, known.IsPartner, known.IsPupil)
            : await Populations.OfAsync(db, actor.Person, clock.UtcNow(), stop);

    /// <param name="staff">What is already known of the actor, so that the database need not find out for every row; null where nothing is.</param>
    internal IQueryable<Person> Visible(Actor actor, bool? staff = null)
    {
        var people = db.Set<Person>();
        if (actor.Person is not { } me) return people.Where(p => actor != Actor.Anonymous);

        staff ??= asks.Standing(me)?.IsStaff;

        // The view of memberships is not asked here: SQLite reads the whole of it where it is asked row by row.
        var now = clock.UtcNow();
        var members = db.Set<GroupMember>().Where(m => m.FromUtc <= now && now < m.UntilUtc);
        var inclusions = db.Set<Inclusion>().Where(i => i.FromUtc <= now && now < i.UntilUtc);
        var close = Close(me, members, inclusions);
        var direct = members.Where(m => close.Contains(m.Group));
        var through = inclusions.Where(i => close.Contains(i.Whole)).Join(members, i => i.Part, m => m.Group, (i, m) => new { i, m }).Where(x => x.i.Deputies || !x.m.Deputy).Select(x => x.m);

        // Those who are close are few: gathered once, and looked up from whichever end the list is read. Close groups asked of each
        // person are a seek for every pair of the two, which is a hundred times the work in a list of hundreds.
        var few = direct.Select(m => m.Person).Concat(through.Select(m => m.Person)).Concat(people.Where(p => p.Id == me).Select(p => p.Id));
        if (staff == false) return people.Where(p => few.Contains(p.Id));

        // Colleagues are many: asked of each person as the list comes to them.
        var colleagues = members.Where(m => m.Group == GroupId.Staff || m.Group == GroupId.Elected);
        var mine = members.Where(m => m.Person == me && m.Group == GroupId.Staff);
        if (staff is null) colleagues = colleagues.Where(m => mine.Any());
        return people.Where(p => (!p.Shielded && colleagues.Any(m => m.Person == p.Id)) || few.Contains(p.Id));
    }

    /// <summary>The close groups I am in, by myself or through a group that is in them.</summary>
    private IQueryable<GroupId> Close(PersonId me, IQueryable<GroupMember> members, IQueryable<Inclusion> inclusions)
    {
        var groups = db.Set<Group>().Where(g => g.Close);
        var mine = members.Where(m => m.Person == me);
        var direct = from m in mine
                     join g in groups on m.Group equals g.Id
                     select g.Id;
        var through = from m in mine
                      join i in inclusions on m.Group equals i.Part
                      where i.Deputies || !m.Deputy
                      join g in groups on i.Whole equals g.Id
                      select g.Id;
        return direct.Concat(through);
    }
}
