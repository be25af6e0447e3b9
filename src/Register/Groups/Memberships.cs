using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// The two ways of being in a group, each by itself. Asked for one person or one group, the view <see cref="Membership"/> is read
/// by an index; joined with a table, SQLite reads the whole of it. So what joins, joins each way and puts the two together.
/// </summary>
public sealed class Memberships(TupaDb db, TimeProvider clock)
{
    /// <summary>Persons in groups, now.</summary>
    public IQueryable<Membership> Direct => Members(clock.UtcNow()).Select(m => new Membership
    {
        Group = m.Group,
        Person = m.Person,
        Via = m.Group,
        Rank = m.Rank,
        Because = m.Because,
        FromUtc = m.FromUtc,
        UntilUtc = m.UntilUtc,
    });

    /// <summary>Persons in groups that are in groups, now.</summary>
    public IQueryable<Membership> Through
    {
        get
        {
            var now = clock.UtcNow();
            return db.Set<Inclusion>().Where(i => i.FromUtc <= now && now < i.UntilUtc).Join(Members(now).Where(m => m.Rank == 0), i => i.Part, m => m.Group, (i, m) => new Membership
            {
                Group = i.Whole,
                Person = m.Person,
                Via = i.Part,
                Rank = i.Rank,
                Because = i.Because,
                FromUtc = i.FromUtc > m.FromUtc ? i.FromUtc : m.FromUtc,
                UntilUtc = i.UntilUtc < m.UntilUtc ? i.UntilUtc : m.UntilUtc,
            });
        }
    }

    private IQueryable<GroupMember> Members(DateTime now) => db.Set<GroupMember>().Where(m => m.FromUtc <= now && now < m.UntilUtc);
}
