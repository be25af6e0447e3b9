using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A group as lists show it, with its members now.</summary>
public sealed record GroupRow(GroupId Id, GroupKind Kind, string Name, int Members);

/// <summary>Reads groups.</summary>
public sealed class GroupQueries(TupaDb db, TimeProvider clock)
{
    /// <summary>The names of groups, in the language of the request.</summary>
    public async Task<IReadOnlyDictionary<GroupId, string>> NamesAsync(IReadOnlyCollection<GroupId> groups, CancellationToken stop = default)
    {
        var asked = groups.Distinct().ToList();
        if (asked.Count == 0) return new Dictionary<GroupId, string>();

        return await db.Set<Group>().Where(g => asked.Contains(g.Id))
            .ToDictionaryAsync(g => g.Id, g => PersonText.Named(g.NameFi, g.NameSv).ToString(), stop);
    }

    /// <summary>Groups that may be taken into a space: the units, schools, organs, classes, teaching groups and duties whose name begins so.</summary>
    /// <param name="typed">The beginning of a word of the name; nothing typed offers the groups the actor is in.</param>
    public async Task<IReadOnlyList<GroupRow>> OfferedAsync(string? typed, Actor actor, int most, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var me = actor.Person ?? new PersonId(Guid.Empty);
        var members = db.Set<GroupMember>().Where(m => m.FromUtc <= now && now < m.UntilUtc);
        var offered = db.Set<Group>()
            .Where(g => g.Kind != GroupKind.SpaceMembers && g.Kind != GroupKind.Audience && g.Kind != GroupKind.HandMade);
        var word = (typed ?? "").Trim();
        if (word.Length == 0)
        {
            offered = offered.Where(g => members.Any(m => m.Person == me && m.Group == g.Id));
        }

        var all = await offered.Select(g => new { g.Id, g.Kind, g.NameFi, g.NameSv }).ToListAsync(stop);
        var folded = Fold.Plain(word);
        var named = all
            .Where(g => folded.Length == 0 || Fold.Words(g.NameFi, g.NameSv).Any(w => w.StartsWith(folded, StringComparison.Ordinal)) || Fold.Plain(g.NameFi).StartsWith(folded, StringComparison.Ordinal))
            .Select(g => (g.Id, g.Kind, Name: PersonText.Named(g.NameFi, g.NameSv).ToString()))
            .OrderBy(g => g.Name, StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true))
            .Take(most)
            .ToList();
        var counts = await CountsAsync([.. named.Select(g => g.Id)], stop);
        return [.. named.Select(g => new GroupRow(g.Id, g.Kind, g.Name, counts.GetValueOrDefault(g.Id)))];
    }

    /// <summary>Groups by id, with their members now.</summary>
    public async Task<IReadOnlyList<GroupRow>> RowsAsync(IReadOnlyCollection<GroupId> groups, CancellationToken stop = default)
    {
        var asked = groups.Distinct().ToList();
        if (asked.Count == 0) return [];

        var rows = await db.Set<Group>().Where(g => asked.Contains(g.Id)).Select(g => new { g.Id, g.Kind, g.NameFi, g.NameSv }).ToListAsync(stop);
        var counts = await CountsAsync(asked, stop);
        return [.. rows.Select(g => new GroupRow(g.Id, g.Kind, PersonText.Named(g.NameFi, g.NameSv), counts.GetValueOrDefault(g.Id)))];
    }

    private Task<Dictionary<GroupId, int>> CountsAsync(List<GroupId> groups, CancellationToken stop)
    {
        var now = clock.UtcNow();
        return db.Set<Membership>()
            .Where(m => groups.Contains(m.Group) && m.FromUtc <= now && now < m.UntilUtc)
            .GroupBy(m => m.Group)
            .Select(g => new { g.Key, Count = g.Select(m => m.Person).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
    }
}
