using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Changes the one membership table. Called by the rooms that own a group, inside their writing; they audit their own deed.</summary>
public sealed class GroupActions(TupaDb db, Writing writing, Memberships memberships, TimeProvider clock)
{
    /// <summary>A group of more people than this shows nobody to anybody.</summary>
    public const int LargestClose = 100;

    private readonly GrantEnds _ends = new(db, clock);

    public Task<GroupId> CreateAsync(GroupKind kind, Text name, bool close, CancellationToken stop = default) => writing.RunAsync(() =>
    {
        var group = new Group { Id = GroupId.New(), Kind = kind, NameFi = name.Fi, NameSv = name.Sv, Close = close };
        db.Add(group);
        return Task.FromResult(group.Id);
    }, stop);

    /// <summary>Puts a person in, or changes what the same cause already gives.</summary>
    /// <param name="rank">The number of a role in a space; 0 elsewhere.</param>
    /// <param name="cause">The assignment or grant behind it. A new grant has a new cause, so that the old one stays on record.</param>
    /// <param name="until">Half-open; <see cref="Helsinki.Never"/> only by rule. A grant ends with the person's use of the house, however long it is given for.</param>
    /// <param name="whileStaff">A grant that ends when the person is no longer of the staff.</param>
    public Task<bool> AddAsync(
        GroupId group, PersonId person, int rank, Guid cause, Because because, DateTime from, DateTime until, bool whileStaff = false, CancellationToken stop = default) =>
        writing.RunAsync(async () =>
        {
            var granted = because == Because.Grant;
            var last = granted ? await _ends.LastAsync(person, whileStaff, stop) : until;
            var (ends, given) = (last < until ? last : until, granted ? until : (DateTime?)null);
            var member = await db.Set<GroupMember>().FindAsync([person, group, cause], stop);
            if (member is null)
            {
                db.Add(new GroupMember
                {
                    Person = person,
                    Group = group,
                    Cause = cause,
                    Because = because,
                    Rank = rank,
                    FromUtc = from,
                    UntilUtc = ends,
                    GrantedUntil = given,
                    WhileStaff = granted && whileStaff,
                });
                return true;
            }

            (member.Rank, member.FromUtc, member.UntilUtc, member.GrantedUntil, member.WhileStaff) = (rank, from, ends, given, granted && whileStaff);
            return false;
        }, stop);

    /// <summary>Puts a group in a group, or changes how it is in. One level: a part has no parts.</summary>
    /// <param name="deputies">Whether its deputies are in too, or only while they stand in.</param>
    public Task<bool> IncludeAsync(
        GroupId whole, GroupId part, int rank, Because because, DateTime from, DateTime until, bool deputies = true, CancellationToken stop = default) =>
        writing.RunAsync(async () =>
        {
            await writing.FlushAsync(stop);
            var standing = await db.Set<Inclusion>().FirstOrDefaultAsync(i => i.Whole == whole && i.Part == part && i.UntilUtc > from, stop);
            if (standing is not null && standing.Because == because && standing.Rank == rank)
            {
                (standing.UntilUtc, standing.Deputies) = (until, deputies);
                return false;
            }

            if (standing?.FromUtc >= from) db.Remove(standing);
            else if (standing is not null) standing.UntilUtc = from;
            await writing.FlushAsync(stop);
            db.Add(new Inclusion { Whole = whole, Part = part, Because = because, Rank = rank, FromUtc = from, UntilUtc = until, Deputies = deputies });
            return standing is null;
        }, stop);

    /// <summary>Ends what a person has in a group, from an instant on: everything, or what one cause gives. Returns how many rows ended.</summary>
    public Task<int> EndMembershipAsync(GroupId group, PersonId person, DateTime at, Guid? cause = null, CancellationToken stop = default) =>
        writing.RunAsync(async () =>
        {
            await writing.FlushAsync(stop);
            return await db.Set<GroupMember>()
                .Where(m => m.Group == group && m.Person == person && m.UntilUtc > at && (cause == null || m.Cause == cause))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.UntilUtc, at).SetProperty(m => m.GrantedUntil, m => m.Because == Because.Grant ? at : null), stop);
        }, stop);

    /// <summary>Takes a group out of a group, from an instant on.</summary>
    public Task<int> EndInclusionAsync(GroupId whole, GroupId part, DateTime at, CancellationToken stop = default) =>
        writing.RunAsync(async () =>
        {
            await writing.FlushAsync(stop);
            return await db.Set<Inclusion>()
                .Where(i => i.Whole == whole && i.Part == part && i.UntilUtc > at)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.UntilUtc, at), stop);
        }, stop);

    /// <summary>Whether deputies are in a group by the groups in it, or only while they stand in.</summary>
    public Task<int> TakeDeputiesAsync(GroupId whole, bool always, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        await writing.FlushAsync(stop);
        var now = clock.UtcNow();
        return await db.Set<Inclusion>().Where(i => i.Whole == whole && i.UntilUtc > now && i.Deputies != always)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Deputies, always), stop);
    }, stop);

    /// <summary>Whether the members of a space see each other (DESIGN §1): it is not open, and they are at most <see cref="LargestClose"/>.</summary>
    public Task<int> RecountCloseAsync(GroupId group, CancellationToken stop = default) => RecountCloseAsync([group], stop);

    /// <summary>As <see cref="RecountCloseAsync(GroupId, CancellationToken)"/>, of many spaces in two statements; returns how many changed.</summary>
    public Task<int> RecountCloseAsync(IReadOnlyCollection<GroupId> groups, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (groups.Count == 0) return 0;

        await writing.FlushAsync(stop);
        var now = clock.UtcNow();

        // Each way by itself, and no further than the limit: a space of everybody costs as little as a full one.
        var (direct, through) = (memberships.Direct, memberships.Through);
        var few = db.Set<Group>().Where(g => groups.Contains(g.Id) && g.Kind == GroupKind.SpaceMembers
            && !db.Set<Inclusion>().Any(i => i.Whole == g.Id && i.Because == Because.Open && now < i.UntilUtc)
            && direct.Where(m => m.Group == g.Id).Select(m => m.Person).Distinct().Take(LargestClose + 1).Count()
                + through.Where(m => m.Group == g.Id && !direct.Any(d => d.Group == g.Id && d.Person == m.Person)).Select(m => m.Person).Distinct().Take(LargestClose + 1).Count()
                <= LargestClose).Select(g => g.Id);
        var opened = await db.Set<Group>().Where(g => !g.Close && groups.Contains(g.Id) && few.Contains(g.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.Close, true), stop);
        var shut = await db.Set<Group>().Where(g => g.Close && g.Kind == GroupKind.SpaceMembers && groups.Contains(g.Id) && !few.Contains(g.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.Close, false), stop);
        return opened + shut;
    }, stop);
}
