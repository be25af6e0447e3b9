using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Publishes, changes and deletes posts.</summary>
public sealed class PostActions
{
    private readonly Writing _writing;
    private readonly TupaDb _db;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;
    private readonly SpaceAccess _spaces;
    private readonly PostAccess _access;
    private readonly PostAudiences _audiences;
    private readonly PostTrail _trail;

    internal PostActions(
        Writing writing, TupaDb db, AuditLog audit, TimeProvider clock, SpaceAccess spaces, PostAccess access, PostAudiences audiences, PostTrail trail) =>
        (_writing, _db, _audit, _clock, _spaces, _access, _audiences, _trail) = (writing, db, audit, clock, spaces, access, audiences, trail);

    /// <summary>Makes the post, at once or for its time. The same form again is answered as done and does nothing.</summary>
    public Task<PostAnswer> PublishAsync(PostInput input, Actor by, CancellationToken stop = default) =>
        AnswerAsync(() => PublishInsideAsync(input, by, stop), stop);

    /// <summary>Changes what a post says, when it is seen and by whom; the words as they were go into its history.</summary>
    public Task<PostAnswer> ReviseAsync(PostInput input, Actor by, CancellationToken stop = default) =>
        AnswerAsync(() => ReviseInsideAsync(input, by, stop), stop);

    /// <summary>Removes the post and all that hangs on it.</summary>
    public Task<Refusal?> DeleteAsync(PostId id, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        if (await _access.OpenAsync(id, by, stop) is not { } open) return _audit.Refused(by, "posts.post.delete", id.Value, Refusal.Absent);
        if (!open.Can.Delete) return _audit.Refused(by, "posts.post.delete", id.Value, PostText.MayNot);

        await _trail.RemoveAsync(open.Post, stop);
        _audit.Write(by, "posts.post.deleted", id.Value, space: open.Space.Id.Value);
        return null;
    }, stop);

    private async Task<PostAnswer> PublishInsideAsync(PostInput input, Actor by, CancellationToken stop)
    {
        if (await SameAgainAsync(input, by, stop) is { } answered) return answered;
        if (await _spaces.OpenAsync(input.Space, by, stop) is not { } space) return Refuse(by, "publish", input, Refusal.Absent);
        if (!space.Can.Publish) return Refuse(by, "publish", input, new(PostText.MayNotPublish));

        var now = _clock.UtcNow();
        if (PostTimes.Read(input, now, out var fault) is not { } times) return PostAnswer.Mend(fault!);
        if (PostRules.Check(input, times, null, now) is { } wrong) return PostAnswer.Mend(wrong);
        if (await _audiences.ChosenAsync(input, space, by, stop) is not { } audience) return PostAnswer.Mend(new("who", ComposerText.ChooseGroups));

        var post = new Post { Id = input.Id, Audience = audience, Space = space.Id, Author = by.Person, PublishedAt = times.PublishedAt };
        var body = await _trail.WrittenAsync(input, post, by, stop);
        if (await FilesAsync(input, post, body, times, by, stop) is { } unfit) return unfit;
        if (post.Write(input.Title, body, times.PublishedAt, times.ExpiresAt, input.Files.Count > 0) is { } refusal) return new(refusal);
        if (space.Can.Edit) Mark(post, input, times);

        _db.Add(post);
        await _trail.LayAsync(post, by, stop);
        _audit.Write(by, times.PublishedAt > now ? "posts.post.scheduled" : "posts.post.published", post.Id.Value, space: space.Id.Value);
        return PostAnswer.Done;
    }

    private async Task<PostAnswer> ReviseInsideAsync(PostInput input, Actor by, CancellationToken stop)
    {
        if (await _access.OpenAsync(input.Id, by, stop) is not { } open) return Refuse(by, "revise", input, Refusal.Absent);
        if (!open.Can.Edit) return Refuse(by, "revise", input, new(PostText.MayNot));

        var now = _clock.UtcNow();
        var post = open.Post;
        if (input.Version != post.Version) return Refuse(by, "revise", input, Refusal.Clash);
        if (Times(input, post, now, out var fault) is not { } times) return PostAnswer.Mend(fault!);
        if (PostRules.Check(input, times, post.MustReadUntil, now) is { } wrong) return PostAnswer.Mend(wrong);
        if (await _audiences.ChosenAsync(input, open.Space, by, stop, post.Audience) is not { } audience) return PostAnswer.Mend(new("who", ComposerText.ChooseGroups));

        var before = new Revision { Id = RevisionId.New(), Post = post.Id, At = now, By = by.Person, Title = post.Title, Body = post.Body };
        var moved = audience != post.Audience;
        if (moved) post.ShowTo(audience, now);
        var body = await _trail.WrittenAsync(input, post, by, stop);
        if (await FilesAsync(input, post, body, times, by, stop) is { } unfit) return unfit;
        if (post.Revise(input.Version, input.Title, body, times.PublishedAt, times.ExpiresAt, now, input.Files.Count > 0) is { } refusal) return Refuse(by, "revise", input, refusal);
        if (open.Space.Can.Edit) Mark(post, input, times);

        if (before.Title != post.Title || before.Body != post.Body) _trail.Keep(before);
        await _trail.FollowAsync(post, stop);
        _audit.Write(by, "posts.post.revised", post.Id.Value, space: post.Space.Value);
        if (moved) _audit.Write(by, "posts.post.audience-changed", post.Id.Value, space: post.Space.Value);
        return PostAnswer.Done;
    }

    private async Task<PostAnswer?> FilesAsync(PostInput input, Post post, string body, PostTimes times, Actor by, CancellationToken stop)
    {
        if (body.Length > Post.LongestBody) return PostAnswer.Mend(new("body", PostText.BodyTooLong));
        return await _trail.AttachAsync(input, post, times, by, stop) is { } refusal ? PostAnswer.Mend(new("attach", refusal.Reason)) : null;
    }

    /// <summary>What is in sight keeps the time at which it came; a deadline that stands may be behind us.</summary>
    private static PostTimes? Times(PostInput input, Post post, DateTime now, out Fault? fault)
    {
        if (post.PublishedAt > now) return PostTimes.Read(input, now, out fault);

        var times = PostTimes.Read(input with { Later = false }, post.PublishedAt, out fault);
        return times is null ? null : times with { PublishedAt = post.PublishedAt };
    }

    /// <summary>Pin and must-read: an editor's to set.</summary>
    private static void Mark(Post post, PostInput input, PostTimes times)
    {
        post.Pin(input.Pin);
        if (times.MustReadUntil == post.MustReadUntil) return;

        post.MustBeRead(times.MustReadUntil);
        post.Announced &= times.MustReadUntil is null;
    }

    private async Task<PostAnswer?> SameAgainAsync(PostInput input, Actor by, CancellationToken stop)
    {
        var there = await _db.Set<Post>().Where(p => p.Id == input.Id).Select(p => new { p.Author, p.Space }).FirstOrDefaultAsync(stop);
        if (there is null) return null;
        return there.Author == by.Person && by.Person is not null && there.Space == input.Space ? PostAnswer.Done : Refuse(by, "publish", input, Refusal.Absent);
    }

    private PostAnswer Refuse(Actor by, string deed, PostInput input, Refusal refusal) =>
        new(_audit.Refused(by, $"posts.post.{deed}", input.Id.Value, refusal));

    /// <summary>A clash that only the database sees is answered as the one we see ourselves.</summary>
    private async Task<PostAnswer> AnswerAsync(Func<Task<PostAnswer>> work, CancellationToken stop)
    {
        try
        {
            return await _writing.RunAsync(work, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(Refusal.Clash);
        }
    }
}
