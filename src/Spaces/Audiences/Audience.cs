using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>
/// The one audience function of the house (DESIGN, law 1). Every room and channel puts it into its own query:
/// <c>Where(p => visible.Contains(p.Audience))</c>. There is no second way to ask who may see.
/// </summary>
public sealed class Audience(TupaDb db, Memberships memberships, TimeProvider clock)
{
    private static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<GroupId>>> Groups = new((db, me, now) => db.Set<Membership>()
        .Where(m => m.Person == me && m.FromUtc <= now && now < m.UntilUtc)
        .Select(m => m.Group));

    // Said as what it is and not as what it is not, so that an index can pass by the thousand spaces that are open to all staff.
    private static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<GroupId>>> OwnGroups = new((db, me, now) => db.Set<Membership>()
        .Where(m => m.Person == me && m.FromUtc <= now && now < m.UntilUtc)
        .Where(m => m.Because == Because.Assignment || m.Because == Because.Grant || m.Because == Because.Inclusion || m.Because == Because.Head)
        .Select(m => m.Group));

    private static readonly Part<Func<TupaDb, IQueryable<GroupId>, IQueryable<AudienceRow>>> Within = new((db, groups) => db.Set<AudienceRow>()
        .Where(a => groups.Contains(a.SpaceGroup) && (a.Group == a.SpaceGroup || groups.Contains(a.Group))));

    /// <summary>The function itself, for statements that are compiled: the audiences a person is in at an instant.</summary>
    public static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<AudienceId>>> VisibleTo = new((db, me, now) => Within.In(db, Groups.In(db, me, now)).Select(a => a.Id));

    /// <summary>As <see cref="VisibleTo"/>, without spaces that are merely open to staff.</summary>
    internal static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<AudienceRow>>> OwnOf = new((db, me, now) => Within.In(db, OwnGroups.In(db, me, now)));

    /// <summary>The spaces a person may know of at an instant.</summary>
    public static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<SpaceId>>> SpacesOf = new((db, me, now) =>
        db.Set<Space>().Where(s => Groups.In(db, me, now).Contains(s.Members)).Select(s => s.Id));

    /// <summary>The audiences this actor is in, now. A visitor is in none; the house itself reads past this function and says so where it does.</summary>
    public IQueryable<AudienceId> Visible(Actor actor) => VisibleTo.In(db, Person(actor), clock.UtcNow());

    /// <summary>As <see cref="Visible"/>, without spaces that are merely open to staff: what home shows.</summary>
    public IQueryable<AudienceId> Mine(Actor actor) => OwnOf.In(db, Person(actor), clock.UtcNow()).Select(a => a.Id);

    /// <summary>The spaces this actor may know of, now.</summary>
    public IQueryable<SpaceId> Spaces(Actor actor) => SpacesOf.In(db, Person(actor), clock.UtcNow());

    /// <summary>The people who are in an audience, now.</summary>
    public IQueryable<PersonId> People(AudienceId audience)
    {
        var asked = db.Set<AudienceRow>().Where(a => a.Id == audience);
        var (members, included) = (memberships.Direct, memberships.Through);
        var direct = asked.Join(members, a => a.Group, m => m.Group, (a, m) => new { a.Group, a.SpaceGroup, m.Person });
        var through = asked.Join(included, a => a.Group, m => m.Group, (a, m) => new { a.Group, a.SpaceGroup, m.Person });
        return direct.Concat(through)
            .Where(p => p.Group == p.SpaceGroup
                || members.Any(s => s.Group == p.SpaceGroup && s.Person == p.Person)
                || included.Any(s => s.Group == p.SpaceGroup && s.Person == p.Person))
            .Select(p => p.Person)
            .Distinct();
    }

    /// <summary>Why this person is in the audience now, or that they are not; null where there is no such audience. The answer is the expression of <see cref="Visible"/> for one id.</summary>
    public async Task<Explanation?> ExplainAsync(PersonId person, AudienceId audience, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var visible = Visible(Actor.Of(person));
        var ways = db.Set<Membership>().Where(m => m.Person == person && m.FromUtc <= now && now < m.UntilUtc);
        var rows = await (
            from a in db.Set<AudienceRow>().Where(a => a.Id == audience)
            join space in ways on a.SpaceGroup equals space.Group into spaces
            from s in spaces.DefaultIfEmpty()
            join part in ways on a.Group equals part.Group into parts
            from p in parts.DefaultIfEmpty()
            select new { a.Space, Whole = a.Group == a.SpaceGroup, Sees = visible.Contains(a.Id), Into = s, Part = p }).ToListAsync(stop);
        if (rows is not [var asked, ..]) return null;

        var reasons = rows.Select(r => Reason(r.Into, intoPart: false));
        if (!asked.Whole) reasons = reasons.Concat(rows.Select(r => Reason(r.Part, intoPart: true)));
        return new(audience, asked.Space, asked.Sees, asked.Whole, [.. reasons.OfType<ExplanationReason>().Distinct()]);
    }

    private static ExplanationReason? Reason(Membership? way, bool intoPart) => way is null ? null : new(
        intoPart, way.Group, way.Via == way.Group ? null : way.Via, (SpaceRole)way.Rank, way.Because, way.FromUtc, way.UntilUtc);

    private static PersonId Person(Actor actor) => actor.Person ?? new PersonId(Guid.Empty);
}
