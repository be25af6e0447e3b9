using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Who answers for whom: the head of the unit, a partner's sponsor, a pupil's class teachers, the office of a school.</summary>
public sealed class Supervision(TupaDb db, TimeProvider clock)
{
    /// <summary>The duties whose holders are the office of their school.</summary>
    private static readonly string[] OfficeDuties = ["koulusihteeri", "rehtori", "apulaisrehtori"];

    /// <summary>Deeper than any city is; a loop in the register ends here.</summary>
    private const int Deepest = 8;

    /// <summary>The head of the unit; where that is vacant or the person's own, the parent's. A partner's is the sponsor. Null at the top and for pupils.</summary>
    public async Task<PersonId?> SupervisorOfAsync(PersonId person, CancellationToken stop = default)
    {
        var today = clock.Today();
        var own = await Current(today).Where(a => a.Person == person && a.Population != Population.Pupil)
            .OrderBy(a => a.Population == Population.Staff ? 0 : 1).ThenBy(a => a.FirstDay).ThenBy(a => a.Id)
            .Select(a => new
            {
                a.Unit,
                a.Population,
                Sponsor = db.Set<Sponsorship>().Where(s => s.Assignment == a.Id)
                    .Join(Current(today), s => s.SponsorAssignment, t => t.Id, (s, t) => (PersonId?)t.Person).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(stop);

        // All units at once, and for whomever is asked: how deep somebody works is not told by the number of statements, nor that they are here.
        var units = await db.Set<Unit>()
            .Select(u => new { u.Id, u.Parent, Head = Current(today).Where(a => a.Id == u.Head).Select(a => (PersonId?)a.Person).FirstOrDefault() })
            .ToDictionaryAsync(u => u.Id, stop);
        if (own is null || own.Population == Population.Partner) return own?.Sponsor;

        var unit = own.Unit;
        for (var level = 0; unit is { } at && level < Deepest; level++)
        {
            var above = units.GetValueOrDefault(at);
            if (above?.Head is { } head && head != person) return head;
            unit = above?.Parent;
        }

        return null;
    }

    /// <summary>Whether the one is the supervisor or sponsor of the other, now.</summary>
    public async Task<bool> IsSupervisorOfAsync(PersonId supervisor, PersonId person, CancellationToken stop = default) =>
        await SupervisorOfAsync(person, stop) == supervisor;

    /// <summary>Whether the teacher is one of the pupil's own: staff of education in a class of the pupil, now.</summary>
    public Task<bool> IsOwnClassTeacherAsync(PersonId teacher, PersonId pupil, CancellationToken stop = default) =>
        Classmates(teacher).AnyAsync(p => p == pupil, stop);

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

    /// <summary>Whether the person is of the office of the pupil's school, now.</summary>
    public Task<bool> IsSchoolOfficeOfAsync(PersonId person, PersonId pupil, CancellationToken stop = default) =>
        Office(pupil).AnyAsync(p => p == person, stop);

    /// <summary>Whether the person answers for the other at school, now: teaches the pupil's class, or is of the office of the school where the other works or studies. One statement.</summary>
    public Task<bool> AnswersAtSchoolAsync(PersonId person, PersonId member, CancellationToken stop = default) =>
        Classmates(person).Where(p => p == member)
            .Concat(from card in db.Set<CardB>().Where(c => c.Person == member)
                    join assignment in OfficeAssignments().Where(a => a.Person == person) on card.School equals assignment.Unit
                    select card.Person)
            .AnyAsync(stop);

    /// <summary>The pupils of the schools in whose office the person is, now, among those given.</summary>
    public async Task<IReadOnlyList<PersonId>> OfficePupilsAsync(PersonId person, IReadOnlyCollection<PersonId> among, CancellationToken stop = default) =>
        await (from card in db.Set<CardB>().Where(c => among.Contains(c.Person) && c.Role != SchoolRole.Staff)
               join assignment in OfficeAssignments().Where(a => a.Person == person) on card.School equals assignment.Unit
               select card.Person).Distinct().ToListAsync(stop);

    private IQueryable<Assignment> OfficeAssignments() =>
        from assignment in Current(clock.Today())
        join duty in db.Set<Group>().Where(g => g.Kind == GroupKind.Duty && OfficeDuties.Contains(g.Code)) on assignment.Duty equals duty.Id
        select assignment;

    private IQueryable<Assignment> Current(DateOnly today) =>
        db.Set<Assignment>().Where(a => a.FirstDay <= today && today <= a.LastDay);

    private IQueryable<GroupMember> Members(DateTime now) => db.Set<GroupMember>().Where(m => m.FromUtc <= now && now < m.UntilUtc);

    private IQueryable<PersonId> Classmates(PersonId teacher)
    {
        var members = Members(clock.UtcNow());
        var classes = members
            .Where(m => m.Person == teacher && db.Set<CardB>().Any(c => c.Person == teacher && c.Role == SchoolRole.Staff))
            .Join(db.Set<Group>().Where(g => g.Kind == GroupKind.Class), m => m.Group, g => g.Id, (m, g) => g.Id);
        return members
            .Where(m => classes.Contains(m.Group) && db.Set<CardB>().Any(c => c.Person == m.Person && c.Role != SchoolRole.Staff))
            .Select(m => m.Person);
    }

    private IQueryable<PersonId> Office(PersonId pupil) =>
        from card in db.Set<CardB>().Where(c => c.Person == pupil && c.Role != SchoolRole.Staff)
        join assignment in Current(clock.Today()) on card.School equals assignment.Unit
        join duty in db.Set<Group>().Where(g => g.Kind == GroupKind.Duty && OfficeDuties.Contains(g.Code)) on assignment.Duty equals duty.Id
        select assignment.Person;
}
