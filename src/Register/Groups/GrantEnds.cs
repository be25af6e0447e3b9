using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// A grant ends with the last reason why its person is here, however long it was given for. The end is written into the window
/// itself, so every question of who is in a group sees it at the tick. A grant that was cut by an end still ahead grows again when
/// that end moves; one that has ended stays ended.
/// </summary>
internal sealed class GrantEnds(TupaDb db, TimeProvider clock)
{
    /// <summary>How long a grant to the person may last.</summary>
    /// <param name="asStaff">No longer than the person is of the staff.</param>
    public async Task<DateTime> LastAsync(PersonId person, bool asStaff, CancellationToken stop) => asStaff
        ? await db.Set<Assignment>().Where(a => a.Person == person && a.Population == Population.Staff).MaxAsync(a => (DateTime?)a.UntilUtc, stop) ?? clock.UtcNow()
        : await db.Set<Person>().Where(p => p.Id == person).Select(p => (DateTime?)p.UsedUntil).FirstOrDefaultAsync(stop) ?? Helsinki.Never;

    /// <summary>Follows the ends of these people's assignments, inside a writing; three statements, whatever their number.</summary>
    public async Task FollowAsync(List<PersonId> people, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var live = db.Set<GroupMember>().Where(m => people.Contains(m.Person) && m.Because == Because.Grant && m.UntilUtc > now);
        var used = db.Set<Person>();
        await live.Where(m => !m.WhileStaff).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.GrantedUntil, m => m.GrantedUntil ?? m.UntilUtc)
            .SetProperty(m => m.UntilUtc, m => used.Where(p => p.Id == m.Person).Select(p => p.UsedUntil).First() < (m.GrantedUntil ?? m.UntilUtc)
                ? used.Where(p => p.Id == m.Person).Select(p => p.UsedUntil).First()
                : m.GrantedUntil ?? m.UntilUtc), stop);

        var staff = db.Set<Assignment>().Where(a => a.Population == Population.Staff);
        await live.Where(m => m.WhileStaff).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.GrantedUntil, m => m.GrantedUntil ?? m.UntilUtc)
            .SetProperty(m => m.UntilUtc, m => staff.Any(a => a.Person == m.Person && a.UntilUtc >= (m.GrantedUntil ?? m.UntilUtc))
                ? m.GrantedUntil ?? m.UntilUtc
                : staff.Where(a => a.Person == m.Person).Max(a => (DateTime?)a.UntilUtc) ?? now), stop);

        // What was given with an invitation ends with it, whatever else the person is here for.
        var causes = db.Set<Assignment>();
        await live.Where(m => causes.Any(a => a.Id.Value == m.Cause && a.UntilUtc < m.UntilUtc)).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.UntilUtc, m => causes.Where(a => a.Id.Value == m.Cause).Select(a => a.UntilUtc).First()), stop);
    }
}
