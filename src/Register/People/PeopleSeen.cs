using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Who sees whom: the one answer for directory, profile, autocomplete, mentions, member lists, API and counts. Staff see staff
/// and elected officials; pupils, partners and shielded persons are seen only through a close group; everyone sees themself.
/// </summary>
public sealed class PeopleSeen(TupaDb db, WhoAsks asks, TimeProvider clock)
{
    // The view of memberships is not asked here: SQLite reads the whole of it where it is asked row by row.
    private static readonly Part<Func<TupaDb, DateTime, IQueryable<GroupMember>>> Members = new((db, now) =>
        db.Set<GroupMember>().Where(m => m.FromUtc <= now && now < m.UntilUtc));

    private static readonly Part<Func<TupaDb, DateTime, IQueryable<Inclusion>>> Inclusions = new((db, now) =>
        db.Set<Inclusion>().Where(i => i.FromUtc <= now && now < i.UntilUtc));

    /// <summary>The close groups I am in, by myself or through a group that is in them.</summary>
    private static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<GroupId>>> Close = new((db, me, now) =>
        (from m in Members.In(db, now).Where(m => m.Person == me)
         join g in db.Set<Group>().Where(g => g.Close) on m.Group equals g.Id
         select g.Id).Concat(
            from m in Members.In(db, now).Where(m => m.Person == me && m.Rank == 0)
            join i in Inclusions.In(db, now) on m.Group equals i.Part
            where i.Deputies || !m.Deputy
            join g in db.Set<Group>().Where(g => g.Close) on i.Whole equals g.Id
            select g.Id));

    // Those who are close are few: gathered once, and looked up from whichever end the list is read. Close groups asked of each
    // person are a seek for every pair of the two, which is a hundred times the work in a list of hundreds.
    private static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<PersonId>>> Few = new((db, me, now) => Members.In(db, now)
        .Where(m => Close.In(db, me, now).Contains(m.Group)).Select(m => m.Person)
        .Concat(Inclusions.In(db, now).Where(i => Close.In(db, me, now).Contains(i.Whole))
            .Join(Members.In(db, now).Where(m => m.Rank == 0), i => i.Part, m => m.Group, (i, m) => new { m.Person, In = i.Deputies || !m.Deputy })
            .Where(m => m.In).Select(m => m.Person))
        .Concat(db.Set<Person>().Where(p => p.Id == me).Select(p => p.Id)));

    // Colleagues are many: asked of each person as the list comes to them, for a row and not whether there is one, which PostgreSQL
    // would take for leave to gather all of them first.
    private static readonly Part<Func<TupaDb, DateTime, IQueryable<GroupMember>>> Colleagues = new((db, now) =>
        Members.In(db, now).Where(m => m.Group == GroupId.Staff || m.Group == GroupId.Elected));

    private static readonly Part<Func<TupaDb, IQueryable<Person>, PersonId, DateTime, IQueryable<Person>>> SeenByStaff = new((db, people, me, now) => people
        .Where(p => (!p.Shielded && Colleagues.In(db, now).Where(m => m.Person == p.Id).Select(m => (Guid?)m.Cause).FirstOrDefault() != null)
            || Few.In(db, me, now).Contains(p.Id)));

    private static readonly Part<Func<TupaDb, IQueryable<Person>, PersonId, DateTime, IQueryable<Person>>> SeenByOthers = new((db, people, me, now) => people
        .Where(p => Few.In(db, me, now).Contains(p.Id)));

    /// <summary>Whom a person of the staff sees, for statements that are compiled.</summary>
    internal static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<Person>>> ByStaff = new((db, me, now) => SeenByStaff.In(db, db.Set<Person>(), me, now));

    /// <summary>Whom all others see.</summary>
    internal static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<Person>>> ByOthers = new((db, me, now) => SeenByOthers.In(db, db.Set<Person>(), me, now));

    /// <summary>Whom one sees of whom nothing is known yet.</summary>
    private static readonly Part<Func<TupaDb, IQueryable<Person>, PersonId, DateTime, IQueryable<Person>>> SeenByWhoever = new((db, people, me, now) => people
        .Where(p => (!p.Shielded && Colleagues.In(db, now)
                .Any(m => Members.In(db, now).Any(own => own.Person == me && own.Group == GroupId.Staff) && m.Person == p.Id))
            || Few.In(db, me, now).Contains(p.Id)));

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
    /// <param name="among">Only of these; null for everybody.</param>
    internal IQueryable<Person> Visible(Actor actor, bool? staff = null, IQueryable<Person>? among = null)
    {
        var people = among ?? db.Set<Person>();
        if (actor.Person is not { } me) return people.Where(p => actor != Actor.Anonymous);

        staff ??= asks.Standing(me)?.IsStaff;

        var now = clock.UtcNow();
        return staff switch
        {
            true => SeenByStaff.In(db, people, me, now),
            false => SeenByOthers.In(db, people, me, now),
            null => SeenByWhoever.In(db, people, me, now),
        };
    }
}
