using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Http;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Notifications;

namespace Tupa.Posts;

/// <summary>What was typed into the form of a comment.</summary>
/// <param name="Id">Made with the form: posting twice makes one comment.</param>
/// <param name="ReplyTo">The comment answered; null for one of its own.</param>
internal sealed record CommentInput(CommentId Id, string Body, CommentId? ReplyTo, int Version, IReadOnlyList<PersonId> Mentions)
{
    public static async ValueTask<CommentInput?> BindAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return null;

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Guid.TryParse(form["id"], out var id)) return null;

        return new(
            new(id),
            form["body"].ToString().ReplaceLineEndings("\n"),
            Guid.TryParse(form["reply"], out var reply) ? new CommentId(reply) : null,
            int.TryParse(form["version"], System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0,
            [.. form["mention"].Select(m => Guid.TryParse(m, out var person) ? person : Guid.Empty).Where(p => p != Guid.Empty).Select(p => new PersonId(p))]);
    }
}

/// <summary>Says, changes, removes and hides comments.</summary>
internal sealed class CommentActions(
    Writing writing, TupaDb db, PostAccess access, MentionActions mentions, Notices notices, MarkupCache cache, AuditLog audit, TimeProvider clock)
{
    public Task<Refusal?> SayAsync(PostId id, CommentInput input, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (await access.OpenAsync(id, by, stop) is not { } open) return audit.Refused(by, "posts.comment.say", id.Value, Refusal.Absent);
        if (!open.Can.Comment) return audit.Refused(by, "posts.comment.say", id.Value, CommentText.MayNotComment);
        if (await db.Set<Comment>().AnyAsync(c => c.Id == input.Id, stop)) return null;

        var answered = input.ReplyTo is { } to ? await db.Set<Comment>().FirstOrDefaultAsync(c => c.Id == to && c.Post == id, stop) : null;
        if (input.ReplyTo is not null && answered is not { RemovedAt: null, HiddenAt: null }) return new Refusal(CommentText.ThreadGone);

        var now = clock.UtcNow();
        var comment = new Comment
        {
            Id = input.Id,
            Post = id,
            Author = by.Person,
            At = now,
            Thread = answered?.Thread ?? input.Id,
            ThreadAt = answered?.ThreadAt ?? now,
        };
        var body = await mentions.WriteAsync(input.Body, input.Id.Value, input.Mentions, open.Post.Audience, by, stop);
        if (comment.Say(body) is { } refusal) return refusal;

        db.Add(comment);
        await mentions.FollowAsync(comment.Body, comment.Id.Value, id, stop);
        await TellAsync(open.Post, comment, answered, stop);
        audit.Write(by, "posts.comment.said", comment.Id.Value, space: open.Space.Id.Value);
        return null;
    }, stop);

    public Task<Refusal?> ReviseAsync(CommentId id, CommentInput input, Actor by, CancellationToken stop = default) =>
        DoAsync(id, "revise", "revised", (open, comment) => open.Can.Comment && comment.Author == by.Person, async (open, comment) =>
        {
            var body = await mentions.WriteAsync(input.Body, id.Value, input.Mentions, open.Post.Audience, by, stop);
            if (comment.Revise(input.Version, body, clock.UtcNow()) is { } refusal) return refusal;

            await mentions.FollowAsync(comment.Body, id.Value, comment.Post, stop);
            await writing.FlushAsync(stop);
            await mentions.TellAsync(open.Post, id.Value, by.Person, stop);
            return null;
        }, by, stop);

    /// <summary>The own comment, or another's by a steward. With replies under it only the words go.</summary>
    public Task<Refusal?> RemoveAsync(CommentId id, Actor by, CancellationToken stop = default) =>
        DoAsync(id, "remove", "removed", (open, comment) => (comment.Author == by.Person && open.Can.Comment) || open.Can.Hide, async (open, comment) =>
        {
            await db.Set<Mention>().Where(m => m.Source == id.Value).ExecuteDeleteAsync(stop);
            if (await db.Set<Comment>().AnyAsync(c => c.Thread == id && c.Id != id, stop)) comment.Empty(clock.UtcNow());
            else db.Remove(comment);
            writing.Afterwards(() =>
            {
                cache.Forget([id.Value]);
                return Task.CompletedTask;
            });
            return null;
        }, by, stop);

    public Task<Refusal?> HideAsync(CommentId id, bool hidden, Actor by, CancellationToken stop = default) =>
        DoAsync(id, hidden ? "hide" : "unhide", hidden ? "hidden" : "unhidden", (open, _) => open.Can.Hide, (_, comment) =>
        {
            if (hidden) comment.Hide(by.Person, clock.UtcNow());
            else comment.Show();
            return Task.FromResult<Refusal?>(null);
        }, by, stop);

    private Task<Refusal?> DoAsync(
        CommentId id, string deed, string done, Func<OpenPost, Comment, bool> may, Func<OpenPost, Comment, Task<Refusal?>> work, Actor by, CancellationToken stop) =>
        writing.RunAsync(async () =>
        {
            var comment = await db.Set<Comment>().FirstOrDefaultAsync(c => c.Id == id && c.RemovedAt == null, stop);
            var open = await access.OpenAsync(comment?.Post ?? new PostId(Guid.Empty), by, stop);
            if (comment is null || open is null) return audit.Refused(by, $"posts.comment.{deed}", id.Value, Refusal.Absent);
            if (!may(open, comment)) return audit.Refused(by, $"posts.comment.{deed}", id.Value, CommentText.MayNot);
            if (await work(open, comment) is { } refusal) return audit.Refused(by, $"posts.comment.{deed}", id.Value, refusal);

            audit.Write(by, $"posts.comment.{done}", id.Value, space: open.Space.Id.Value);
            return null;
        }, stop);

    /// <summary>Who is mentioned, who is answered, and whose post it is: each told once, of the first of these.</summary>
    private async Task TellAsync(Post post, Comment comment, Comment? answered, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        await mentions.TellAsync(post, comment.Id.Value, comment.Author, stop);

        var told = MentionMark.In(comment.Body).ToHashSet();
        var notes = new List<Notice>();
        if (answered?.Author is { } one && told.Add(one)) notes.Add(new(one, NoticeKind.Reply, post.Id.Value, post.Space, comment.Author));
        if (post.Author is { } author && told.Add(author)) notes.Add(new(author, NoticeKind.CommentOnMine, post.Id.Value, post.Space, comment.Author));
        var inside = await mentions.InsideAsync(post.Audience, [.. notes.Select(n => n.To)], stop);
        await notices.SendAsync([.. notes.Where(n => inside.Contains(n.To))], stop);
    }
}
