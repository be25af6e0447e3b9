using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>That one answers for another.</summary>
/// <param name="Class">The class that the one teaches and the other is a pupil of; null where they answer as something else.</param>
public sealed record Answering(GroupId? Class);

/// <summary>Who answers for whom: the head of the unit, a partner's sponsor, a pupil's class teachers, the office of a school.</summary>
public sealed class Supervision(TupaDb db, TimeProvider clock)
{
    /// <summary>The duties whose holders are the office of their school.</summary>
    private static readonly string[] OfficeDuties = ["koulusihteeri", "rehtori", "apulaisrehtori"];

    /// <summary>
    /// Whether the one is the other's class teacher, supervisor, sponsor or school office, now; null where not. The supervisor is the
    /// head of the unit; where that is vacant or the person's own, the head above, through the four levels that a city has: unit,
    /// area, division, city. One statement, whoever is asked about.
    /// </summary>
    public async Task<Answering?> AnswersForAsync(PersonId one, PersonId other, CancellationToken stop = default)
    {
        if (one == other) return null;

        var current = Assignment.In(db, clock.UtcNow());
        var own = current.Where(a => a.Person == other && a.Population != Population.Pupil)
            .OrderBy(a => a.Population == Population.Staff ? 0 : 1).ThenBy(a => a.FirstDay).ThenBy(a => a.Id).Take(1);
        var classes = SharedClasses(one, other);
        var office = from card in db.Set<CardB>().Where(c => c.Person == other)
                     join assignment in OfficeAssignments().Where(a => a.Person == one) on card.School equals assignment.Unit
                     select assignment.Id;
        var sponsors = from sponsorship in Sponsorship.At(db, clock.UtcNow())
                       join sponsor in current.Where(a => a.Person == one) on sponsorship.SponsorAssignment equals sponsor.Id
                       select sponsorship.Assignment;
        var found = await (
            from person in db.Set<Person>().Where(p => p.Id == other)
            join assignment in own on person.Id equals assignment.Person into owns
            from a in owns.DefaultIfEmpty()
            join unit in db.Set<Unit>() on a.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            join parent in db.Set<Unit>() on u.Parent equals parent.Id into parents
            from v in parents.DefaultIfEmpty()
            join grand in db.Set<Unit>() on v.Parent equals grand.Id into grands
            from w in grands.DefaultIfEmpty()
            join top in db.Set<Unit>() on w.Parent equals top.Id into tops
            from x in tops.DefaultIfEmpty()
            select new
            {
                Class = classes.OrderBy(c => c).Select(c => (GroupId?)c).FirstOrDefault(),
                Office = office.Any(),
                Population = (Population?)a.Population,
                Sponsor = sponsors.Any(s => s == a.Id),
                First = current.Where(h => h.Id == u.Head).Select(h => (PersonId?)h.Person).FirstOrDefault(),
                Second = current.Where(h => h.Id == v.Head).Select(h => (PersonId?)h.Person).FirstOrDefault(),
                Third = current.Where(h => h.Id == w.Head).Select(h => (PersonId?)h.Person).FirstOrDefault(),
                Fourth = current.Where(h => h.Id == x.Head).Select(h => (PersonId?)h.Person).FirstOrDefault(),
            }).FirstOrDefaultAsync(stop);
        if (found is null) return null;
        if (found.Class is not null || found.Office) return new(found.Class);
        if (found.Population is null or Population.Partner) return found is { Population: not null, Sponsor: true } ? new(null) : null;

        var head = new[] { found.First, found.Second, found.Third, found.Fourth }.FirstOrDefault(h => h is not null && h != other);
        return head == one ? new(null) : null;
    }

    /// <summary>The pupils in the classes of this teacher, now; nobody for one who is not staff of education.</summary>
    public async Task<IReadOnlyList<PersonId>> PupilsOfAsync(PersonId teacher, CancellationToken stop = default) =>
        await Classmates(teacher).Distinct().ToListAsync(stop);

    /// <summary>The teachers of a pupil's classes, now.</summary>
    public async Task<IReadOnlyList<PersonId>> ClassTeachersOfAsync(PersonId pupil, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var members = Members(now);
        return await members
            .Where(t => members.Any(p => p.Person == pupil && p.Group == t.Group)
                && db.Set<Group>().Any(g => g.Id == t.Group && g.Kind == GroupKind.Class)
                && db.Set<CardB>().Any(c => c.Person == t.Person && c.Role == SchoolRole.Staff))
            .Select(t => t.Person).Distinct().ToListAsync(stop);
    }

    /// <summary>The head and the secretaries of the pupil's school, now.</summary>
    public async Task<IReadOnlyList<PersonId>> SchoolOfficeOfAsync(PersonId pupil, CancellationToken stop = default) =>
        await Office(pupil).Distinct().ToListAsync(stop);

    /// <summary>The pupils of the schools in whose office the person is, now, among those given.</summary>
    public async Task<IReadOnlyList<PersonId>> OfficePupilsAsync(PersonId person, IReadOnlyCollection<PersonId> among, CancellationToken stop = default) =>
        await (from card in db.Set<CardB>().Where(c => among.Contains(c.Person) && c.Role != SchoolRole.Staff)
               join assignment in OfficeAssignments().Where(a => a.Person == person) on card.School equals assignment.Unit
               select card.Person).Distinct().ToListAsync(stop);

    private IQueryable<Assignment> OfficeAssignments() =>
        from assignment in Assignment.In(db, clock.UtcNow())
        join duty in db.Set<Group>().Where(g => g.Kind == GroupKind.Duty && OfficeDuties.Contains(g.Code)) on assignment.Duty equals duty.Id
        select assignment;

    private IQueryable<GroupMember> Members(DateTime now) => db.Set<GroupMember>().Where(m => m.FromUtc <= now && now < m.UntilUtc);

    private IQueryable<PersonId> Classmates(PersonId teacher)
    {
        var classes = Taught(teacher);
        return Members(clock.UtcNow())
            .Where(m => classes.Contains(m.Group) && db.Set<CardB>().Any(c => c.Person == m.Person && c.Role != SchoolRole.Staff))
            .Select(m => m.Person);
    }

    private IQueryable<GroupId> SharedClasses(PersonId teacher, PersonId pupil)
    {
        var classes = Taught(teacher);
        return Members(clock.UtcNow())
            .Where(m => m.Person == pupil && classes.Contains(m.Group) && db.Set<CardB>().Any(c => c.Person == pupil && c.Role != SchoolRole.Staff))
            .Select(m => m.Group);
    }

    /// <summary>The classes in which the person is as staff of education.</summary>
    private IQueryable<GroupId> Taught(PersonId teacher) => Members(clock.UtcNow())
        .Where(m => m.Person == teacher && db.Set<CardB>().Any(c => c.Person == teacher && c.Role == SchoolRole.Staff))
        .Join(db.Set<Group>().Where(g => g.Kind == GroupKind.Class), m => m.Group, g => g.Id, (m, g) => g.Id);

    private IQueryable<PersonId> Office(PersonId pupil) =>
        from card in db.Set<CardB>().Where(c => c.Person == pupil && c.Role != SchoolRole.Staff)
        join assignment in Assignment.In(db, clock.UtcNow()) on card.School equals assignment.Unit
        join duty in db.Set<Group>().Where(g => g.Kind == GroupKind.Duty && OfficeDuties.Contains(g.Code)) on assignment.Duty equals duty.Id
        select assignment.Person;
}
