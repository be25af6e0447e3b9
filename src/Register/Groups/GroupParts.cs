using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A group that is in another, whole: a class in its space.</summary>
/// <param name="Rank">The role its members get by it.</param>
/// <param name="Mine">Whether the viewer is in it.</param>
public sealed record GroupPart(
    GroupId Group, GroupKind Kind, Text Name, int Rank, Because Because, DateTime FromUtc, DateTime UntilUtc, int Members, bool Mine);

/// <summary>A person who is in a group directly: granted, or by rule.</summary>
public sealed record DirectMember(PersonId Person, Guid Cause, int Rank, Because Because, DateTime FromUtc, DateTime UntilUtc);

/// <summary>What a group is made of: the groups in it, and the people who are in it by themselves.</summary>
public sealed class GroupParts(TupaDb db, TimeProvider clock)
{
    /// <summary>The groups that are in this one now.</summary>
    public Task<IReadOnlyList<GroupPart>> OfAsync(GroupId whole, PersonId? viewer, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        return OfAsync(whole, now, now.AddTicks(TimeSpan.TicksPerMicrosecond), viewer, stop);
    }

    /// <summary>The groups that were in this one at any instant of a span, half-open; counted as they are now.</summary>
    public async Task<IReadOnlyList<GroupPart>> OfAsync(GroupId whole, DateTime from, DateTime until, PersonId? viewer, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var current = db.Set<GroupMember>().Where(m => m.FromUtc <= now && now < m.UntilUtc);
        var parts = await db.Set<Inclusion>()
            .Where(i => i.Whole == whole && i.FromUtc < until && from < i.UntilUtc)
            .Join(db.Set<Group>(), i => i.Part, g => g.Id, (i, g) => new
            {
                g.Id,
                g.Kind,
                g.NameFi,
                g.NameSv,
                i.Rank,
                i.Because,
                i.FromUtc,
                i.UntilUtc,
                Members = current.Where(m => m.Group == g.Id && (i.Deputies || !m.Deputy)).Select(m => m.Person).Distinct().Count(),
                Mine = current.Any(m => m.Group == g.Id && m.Person == viewer && (i.Deputies || !m.Deputy)),
            })
            .ToListAsync(stop);
        return [.. parts
            .Select(p => new GroupPart(p.Id, p.Kind, new(p.NameFi, p.NameSv, p.NameFi), p.Rank, p.Because, p.FromUtc, p.UntilUtc, p.Members, p.Mine))
            .OrderBy(p => p.Name.ToString(), StringComparer.CurrentCulture)];
    }

    /// <summary>The people who are in the group by themselves now: a page of them, in the order of the alphabet.</summary>
    public async Task<IReadOnlyList<DirectMember>> PeopleOfAsync(GroupId group, int skip, int take, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        return await db.Set<GroupMember>()
            .Where(m => m.Group == group && m.FromUtc <= now && now < m.UntilUtc)
            .Join(db.Set<Person>(), m => m.Person, p => p.Id, (m, p) => new { Member = m, p.SortKey })
            .OrderBy(m => m.SortKey).ThenBy(m => m.Member.Person).ThenBy(m => m.Member.Cause)
            .Skip(skip).Take(take)
            .Select(m => new DirectMember(m.Member.Person, m.Member.Cause, m.Member.Rank, m.Member.Because, m.Member.FromUtc, m.Member.UntilUtc))
            .ToListAsync(stop);
    }
}
