using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A group that can be chosen.</summary>
public sealed record OfferedGroup(GroupId Id, string Name);

/// <summary>What a group is called, to be read beside what belongs to it.</summary>
public sealed class GroupName
{
    public required GroupId Id { get; init; }
    public required string Fi { get; init; }
    public required string Sv { get; init; }

    /// <summary>In the language of the request.</summary>
    public override string ToString() => PersonText.Named(Fi, Sv).ToString();
}

/// <summary>That one cause lets somebody into a group.</summary>
public sealed class GroupGrant
{
    public required GroupId Group { get; init; }
    public required DateTime FromUtc { get; init; }
    public required DateTime UntilUtc { get; init; }
}

/// <summary>Reads groups.</summary>
public sealed class GroupQueries(TupaDb db, TimeProvider clock)
{
    /// <summary>The names of all groups, as a query to join to what the reader already sees.</summary>
    public IQueryable<GroupName> Names => db.Set<Group>().Select(g => new GroupName { Id = g.Id, Fi = g.NameFi, Sv = g.NameSv });

    /// <summary>What somebody has granted, hanging on this cause, whether it stands or has ended; as a query to build on.</summary>
    public IQueryable<GroupGrant> Granted(Guid cause) => db.Set<GroupMember>().Where(m => m.Cause == cause && m.Because == Because.Grant)
        .Select(m => new GroupGrant { Group = m.Group, FromUtc = m.FromUtc, UntilUtc = m.UntilUtc });

    private IQueryable<Group> Takeable => db.Set<Group>()
        .Where(g => g.Kind != GroupKind.SpaceMembers && g.Kind != GroupKind.Audience && g.Kind != GroupKind.Head)
        .Where(g => g.Kind != GroupKind.HandMade || db.Set<ScimGroupRecord>().Any(s => s.Group == g.Id && s.EndedAt == null));

    /// <summary>Whether it is a group of those that are offered; asked again of whatever a form sends.</summary>
    public Task<bool> IsOfferedAsync(GroupId group, CancellationToken stop = default) => Takeable.AnyAsync(g => g.Id == group, stop);

    /// <summary>Groups that may be taken into a space: the units, schools, organs, classes, teaching groups, duties and groups of the directory whose name begins so.</summary>
    /// <param name="typed">The beginning of a word of the name; nothing typed offers the groups the actor is in.</param>
    public async Task<IReadOnlyList<OfferedGroup>> OfferedAsync(string? typed, Actor actor, int most, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var me = actor.Person ?? new PersonId(Guid.Empty);
        var members = db.Set<GroupMember>().Where(m => m.FromUtc <= now && now < m.UntilUtc);
        var offered = Takeable;
        var word = (typed ?? "").Trim();
        if (word.Length == 0)
        {
            offered = offered.Where(g => members.Any(m => m.Person == me && m.Group == g.Id));
        }

        var all = await offered.Select(g => new { g.Id, g.Kind, g.NameFi, g.NameSv }).ToListAsync(stop);
        var folded = Fold.Plain(word);
        var named = all
            .Where(g => folded.Length == 0 || Fold.Words(g.NameFi, g.NameSv).Any(w => w.StartsWith(folded, StringComparison.Ordinal)) || Fold.Plain(g.NameFi).StartsWith(folded, StringComparison.Ordinal))
            .Select(g => (g.Id, Name: PersonText.Named(g.NameFi, g.NameSv).ToString()))
            .OrderBy(g => g.Name, StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true))
            .Take(most);
        return [.. named.Select(g => new OfferedGroup(g.Id, g.Name))];
    }
}
