using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// The two ways of being in a group, each by itself. Asked for one person or one group, the view <see cref="Membership"/> is read
/// by an index; joined with a table, SQLite reads the whole of it. So what joins, joins each way and puts the two together.
/// </summary>
public sealed class Memberships(TupaDb db, TimeProvider clock)
{
    /// <summary>Persons in groups, now.</summary>
    public IQueryable<Membership> Direct => ByThemselves(Members(clock.UtcNow()));

    /// <summary>Persons in groups, at any time: what stood once stays on record.</summary>
    public IQueryable<Membership> Ever => ByThemselves(db.Set<GroupMember>());

    /// <summary>Persons in groups that are in groups, now.</summary>
    public IQueryable<Membership> Through
    {
        get
        {
            var now = clock.UtcNow();
            return db.Set<Inclusion>().Where(i => i.FromUtc <= now && now < i.UntilUtc)
                .Join(Members(now).Where(m => m.Rank == 0), i => i.Part, m => m.Group, (i, m) => new { i, m })
                .Where(x => x.i.Deputies || !x.m.Deputy)
                .Select(x => new Membership
                {
                    Group = x.i.Whole,
                    Person = x.m.Person,
                    Via = x.i.Part,
                    Rank = x.i.Rank,
                    Because = x.i.Because,
                    FromUtc = x.i.FromUtc > x.m.FromUtc ? x.i.FromUtc : x.m.FromUtc,
                    UntilUtc = x.i.UntilUtc < x.m.UntilUtc ? x.i.UntilUtc : x.m.UntilUtc,
                });
        }
    }

    private static IQueryable<Membership> ByThemselves(IQueryable<GroupMember> members) => members.Select(m => new Membership
    {
        Group = m.Group,
        Person = m.Person,
        Via = m.Group,
        Rank = m.Rank,
        Because = m.Because,
        FromUtc = m.FromUtc,
        UntilUtc = m.UntilUtc,
    });

    private IQueryable<GroupMember> Members(DateTime now) => db.Set<GroupMember>().Where(m => m.FromUtc <= now && now < m.UntilUtc);
}
