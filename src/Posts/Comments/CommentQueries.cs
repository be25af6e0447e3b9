using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Posts;

/// <summary>Reads comments: threads in the order in which they began, each with its replies.</summary>
internal sealed class CommentQueries(TupaDb db, PostsSeen seen, PostAccess access, PeopleNames names, MarkupCache cache)
{
    public const int Most = 50;

    /// <summary>One statement. The caller has opened the post.</summary>
    public async Task<FoundComments> PageAsync(OpenPost open, string? after, CancellationToken stop)
    {
        var id = open.Post.Id;
        var of = db.Set<Comment>().Where(c => c.Post == id);
        var comments = of;
        if (CommentCursor.Read(after) is { } at)
        {
            comments = comments.Where(c => c.ThreadAt > at.ThreadAt
                || (c.ThreadAt == at.ThreadAt && (c.Thread.CompareTo(at.Thread) > 0
                    || (c.Thread == at.Thread && (c.At > at.At || (c.At == at.At && c.Id.CompareTo(at.Id) > 0))))));
        }

        var rows = await comments
            .OrderBy(c => c.ThreadAt).ThenBy(c => c.Thread).ThenBy(c => c.At).ThenBy(c => c.Id).Take(Most + 1)
            .Select(c => new { Comment = c, Total = of.Count(o => o.RemovedAt == null) })
            .ToListAsync(stop);
        var shown = rows.Take(Most).Select(r => (r.Comment, Text: cache.Get(r.Comment.Id.Value, r.Comment.Version, lead: false, r.Comment.Body))).ToList();
        var next = rows.Count > Most ? CommentCursor.Of(shown[^1].Comment) : null;
        return new(shown, next, rows.Count > 0 ? rows[0].Total : 0);
    }

    /// <summary>The post of a comment; null where it is not in an audience of the actor's.</summary>
    public Task<PostId?> PostOfAsync(CommentId id, Actor by, CancellationToken stop)
    {
        var posts = seen.InAudienceOf(by).Select(p => p.Id);
        return db.Set<Comment>().Where(c => c.Id == id && posts.Contains(c.Post)).Select(c => (PostId?)c.Post).FirstOrDefaultAsync(stop);
    }

    /// <summary>A comment that the actor may change, as it is typed; null where it is not there for the actor.</summary>
    public async Task<EditableComment?> MineAsync(CommentId id, Actor by, CancellationToken stop)
    {
        var comment = await db.Set<Comment>().FirstOrDefaultAsync(c => c.Id == id && c.RemovedAt == null, stop);
        var open = await access.OpenAsync(comment?.Post ?? new PostId(Guid.Empty), by, stop);
        if (comment is null || open is null || !open.Can.Comment || comment.Author != by.Person) return null;

        var mentioned = MentionMark.In(comment.Body);
        var named = await names.ForAsync(mentioned, by, stop);
        return new(id, open.Post.Id, open.Post.Audience.Value, MentionMark.Read(comment.Body, p => named.TryGetValue(p, out var n) ? n.Name : PersonText.Former), mentioned, comment.Version);
    }
}

/// <summary>A comment in the form that changes it.</summary>
/// <param name="Body">As typed, with names.</param>
internal sealed record EditableComment(CommentId Id, PostId Post, Guid Audience, string Body, IReadOnlyList<PersonId> Mentions, int Version);

/// <summary>Comments found, before names are known.</summary>
internal sealed record FoundComments(IReadOnlyList<(Comment Comment, RenderedText Text)> Found, string? After, int Total)
{
    /// <summary>Whose names are to be asked for.</summary>
    public IEnumerable<PersonId> People => Found.SelectMany(f => f.Comment.Author is { } author ? f.Text.People.Append(author) : f.Text.People);

    public CommentPageRow Rows(OpenPost open, Actor by, IReadOnlyDictionary<PersonId, PersonName> names) =>
        new([.. Found.Select(f => Row(f.Comment, f.Text, open, by, names))], After, Total);

    private static CommentRow Row(Comment c, RenderedText text, OpenPost open, Actor by, IReadOnlyDictionary<PersonId, PersonName> names)
    {
        var (removed, hidden) = (c.RemovedAt is not null, c.HiddenAt is not null);
        var mine = by.Person is not null && c.Author == by.Person;
        return new(
            c.Id, c.IsReply,
            removed ? null : PostAuthor.In(names, c.Author, c.Former),
            removed || (hidden && !mine && !open.Can.Hide) ? "" : text.For(names),
            c.At, c.EditedAt is not null, removed, hidden,
            CanReply: open.Can.Comment && !removed && !hidden,
            CanEdit: open.Can.Comment && mine && !removed,
            CanRemove: !removed && ((mine && open.Can.Comment) || open.Can.Hide),
            CanHide: !removed && open.Can.Hide);
    }
}

/// <summary>Where a page of comments ends.</summary>
internal sealed record CommentCursor(DateTime ThreadAt, CommentId Thread, DateTime At, CommentId Id)
{
    public static string Of(Comment c) => string.Create(CultureInfo.InvariantCulture, $"{c.ThreadAt.Ticks:x}-{c.Thread.Value:N}-{c.At.Ticks:x}-{c.Id.Value:N}");

    /// <summary>Null for what is not one: the list then begins at its beginning.</summary>
    public static CommentCursor? Read(string? written)
    {
        if (written?.Split('-') is not [var threadAt, var thread, var at, var id]) return null;
        return Time(threadAt) is { } a && Guid.TryParseExact(thread, "N", out var b) && Time(at) is { } c && Guid.TryParseExact(id, "N", out var d)
            ? new(a, new(b), c, new(d))
            : null;
    }

    private static DateTime? Time(string hex) =>
        long.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime(ticks, DateTimeKind.Utc)
            : null;
}
