using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Reads posts for lists, the API and the composer. The audience is inside each.</summary>
public sealed class PostQueries
{
    /// <summary>How many a list holds at the most.</summary>
    public const int Most = 50;

    private readonly TupaDb _db;
    private readonly PostsSeen _seen;
    private readonly PeopleNames _names;
    private readonly SpaceNames _spaces;
    private readonly ViewNotes _views;

    internal PostQueries(TupaDb db, PostsSeen seen, PeopleNames names, SpaceNames spaces, ViewNotes views) =>
        (_db, _seen, _names, _spaces, _views) = (db, seen, names, spaces, views);

    /// <summary>The posts of a space that the actor reads now, newest first; empty too where the space is not the actor's.</summary>
    public async Task<IReadOnlyList<PostRow>> InSpaceAsync(
        SpaceId space, Actor by, PostCursor? before = null, int most = Most, CancellationToken stop = default)
    {
        var posts = _seen.By(by).Where(p => p.Space == space);
        if (before is { } cursor)
            posts = posts.Where(p => p.PublishedAt < cursor.Before || (p.PublishedAt == cursor.Before && p.Id.CompareTo(cursor.Id) < 0));

        var ordered = posts.OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Take(Math.Clamp(most, 1, Most));
        return await RowsAsync(ordered, by, stop);
    }

    /// <summary>One post; null where there is none for the actor now.</summary>
    public async Task<PostRow?> FindAsync(PostId id, Actor by, CancellationToken stop = default) =>
        await RowsAsync(_seen.By(by).Where(p => p.Id == id), by, stop) is [var row] ? row : null;

    private async Task<IReadOnlyList<PostRow>> RowsAsync(IQueryable<Post> posts, Actor by, CancellationToken stop)
    {
        var rows = await posts.Select(p => new
        {
            p.Id,
            p.Space,
            p.Audience,
            p.Author,
            p.Former,
            p.Title,
            p.Body,
            p.PublishedAt,
            p.EditedAt,
            p.MustReadUntil,
            p.Version,
            Comments = _db.Set<Comment>().Count(c => c.Post == p.Id && c.RemovedAt == null && c.HiddenAt == null),
            Confidential = _spaces.All.Any(s => s.Id == p.Space && s.Confidential),
        }).ToListAsync(stop);
        foreach (var space in rows.Where(r => r.Confidential).Select(r => r.Space).Distinct()) await _views.NoteAsync(by, "posts.posts.viewed", space: space.Value, stop: stop);

        var people = rows.SelectMany(r => MentionMark.In(r.Body)).Concat(rows.Where(r => r.Author is not null).Select(r => r.Author!.Value));
        var names = await _names.ForAsync([.. people.Distinct()], by, stop);
        return [.. rows.Select(r => new PostRow(
            r.Id, r.Space, r.Audience, r.Author, PostAuthor.In(names, r.Author, r.Former).Name, r.Title,
            MentionMark.Read(r.Body, p => names.TryGetValue(p, out var n) ? n.Name : PersonText.Former),
            r.PublishedAt, r.EditedAt, r.MustReadUntil, r.Comments, r.Version))];
    }
}
