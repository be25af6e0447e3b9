using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Spaces;

/// <summary>A space as a list shows it.</summary>
/// <param name="Mine">One is in it by more than being staff.</param>
public sealed record SpaceRow(SpaceId Id, string Name, string Purpose, Confidentiality Confidentiality, bool Mine, bool Closed)
{
    public string Href => $"/spaces/{Id}";
}

/// <summary>The lists of spaces that one may know of.</summary>
public sealed record SpaceLists(IReadOnlyList<SpaceRow> Mine, IReadOnlyList<SpaceRow> Open, IReadOnlyList<SpaceRow> Closed, bool MoreOpen);

/// <summary>What stands at the head of a space and of all its tabs.</summary>
/// <param name="Joined">In it by more than being staff.</param>
/// <param name="Because">The strongest reason why the reader is in it.</param>
/// <param name="Via">The group through which; null where directly.</param>
public sealed record SpaceHead(
    OpenSpace Open, string Purpose, string Description, RetentionClassId Retention, UnitId Unit, DateTime OpenedAt, DateTime? ClosedAt, int Version,
    DateTime? SeenUntil, bool Joined, Because Because, GroupId? Via, DateTime UntilUtc, IReadOnlyList<PersonId> Stewards);

/// <summary>Reads spaces.</summary>
internal sealed class SpaceQueries(TupaDb db, Audience audience, Memberships memberships, TimeProvider clock)
{
    public const int MostOpen = 100;

    /// <summary>All spaces one may know of, in one statement; the open ones narrowed by what was typed.</summary>
    public async Task<SpaceLists> ListsAsync(string? typed, Actor by, CancellationToken stop = default)
    {
        var visible = audience.Visible(by);
        var mine = audience.Mine(by);
        var rows = await db.Set<Space>()
            .Where(s => visible.Contains(s.Audience))
            .Select(s => new SpaceRow(s.Id, s.Name, s.Purpose, s.Confidentiality, mine.Contains(s.Audience), s.ClosedAt != null))
            .ToListAsync(stop);

        var words = Fold.Plain(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = rows.OrderBy(s => s.Name, StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true)).ToList();
        var open = named.Where(s => !s.Mine && !s.Closed && words.All(w => Fold.Plain($"{s.Name} {s.Purpose}").Contains(w, StringComparison.Ordinal))).ToList();
        return new(
            [.. named.Where(s => s.Mine && !s.Closed)], [.. open.Take(MostOpen)], [.. named.Where(s => s.Closed)], open.Count > MostOpen);
    }

    /// <summary>The space with the reader's own ways into it and its stewards, in one statement; null where it is absent to the reader.</summary>
    public async Task<SpaceHead?> HeadAsync(SpaceId id, Actor by, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var me = by.Person ?? new PersonId(Guid.Empty);
        var one = db.Set<Space>().Where(s => s.Id == id);
        var direct = one.Join(memberships.Direct.Where(m => m.Person == me || m.Rank == (int)SpaceRole.Steward), s => s.Members, m => m.Group, (s, m) => m);
        var through = one.Join(memberships.Through.Where(m => m.Person == me), s => s.Members, m => m.Group, (s, m) => m);
        var heads = one.Join(memberships.Through.Where(m => m.Because == Because.Head), s => s.Members, m => m.Group, (s, m) => m);
        var rows = await one
            .Join(direct.Concat(through).Concat(heads), s => s.Members, m => m.Group, (s, m) => new { s, m })
            .Select(x => new
            {
                Space = x.s,
                x.m.Person,
                x.m.Rank,
                x.m.Because,
                x.m.Via,
                x.m.UntilUtc,
                Seen = db.Set<ReadMark>().Where(k => k.Person == me && k.Space == x.s.Id).Select(k => (DateTime?)k.SeenUntil).FirstOrDefault(),
            })
            .ToListAsync(stop);

        var own = rows.Where(r => r.Person == me).OrderBy(r => r.Because == Because.Open).ThenByDescending(r => r.Rank).ThenByDescending(r => r.UntilUtc).ToList();
        if (own.Count == 0) return null;

        var (best, space) = (own[0], own[0].Space);
        var role = (SpaceRole)own.Max(r => r.Rank);
        var closed = space.ClosedAt is not null;
        return new(
            new(space.Id, space.Name, space.Confidentiality, space.Audience, space.Members, role, SpaceAbilities.For(role, closed), closed, space.Deputies),
            space.Purpose, space.Description, space.RetentionClass, space.Unit, space.OpenedAt, space.ClosedAt, space.Version,
            best.Seen, Joined: best.Because != Because.Open, best.Because, best.Via == space.Members ? null : best.Via, best.UntilUtc,
            [.. rows.Where(r => r.Rank == (int)SpaceRole.Steward).Select(r => r.Person).Distinct()]);
    }

    /// <summary>A page of what arrived in the space and is for the reader: the pinned first, on the first page, then the newest.</summary>
    public async Task<(IReadOnlyList<ArrivalRow> Rows, ArrivalCursor? Older)> ArrivalsAsync(
        SpaceHead head, ArrivalCursor? before, Actor by, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var visible = audience.Visible(by);
        var id = head.Open.Id;
        var shown = db.Set<Arrival>().Where(a => a.Space == id && visible.Contains(a.Audience) && a.At <= now && now < a.UntilUtc);
        var newest = shown.Where(a => !a.Pinned);
        if (before is { } cursor)
        {
            var (at, last) = (cursor.At, cursor.Id);
            newest = newest.Where(a => a.At < at || (a.At == at && a.Id.CompareTo(last) < 0));
        }

        newest = newest.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(HomeQueries.OnPage + 1);
        var rows = await (before is null ? newest.Concat(shown.Where(a => a.Pinned)) : newest).ToListAsync(stop);

        var since = head.SeenUntil ?? now - ReadMarks.Newness;
        var arrivals = rows
            .OrderByDescending(a => a.Pinned).ThenByDescending(a => a.At).ThenByDescending(a => a.Id)
            .Select(a => new ArrivalRow(a.Id, a.Kind, a.Space, head.Open.Name, a.At, a.MustReadUntil, a.Pinned, Fresh: a.Author != by.Person && a.At > since))
            .ToList();
        var unpinned = arrivals.Where(a => !a.Pinned).ToList();
        return unpinned.Count > HomeQueries.OnPage
            ? ([.. arrivals.SkipLast(1)], unpinned[HomeQueries.OnPage - 1].Cursor)
            : (arrivals, null);
    }
}
