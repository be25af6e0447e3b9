using Microsoft.EntityFrameworkCore;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>What follows a post wherever it goes: its row of arrivals, its files, its mentions, its draft, and who is told. Inside a writing.</summary>
internal sealed class PostTrail(
    TupaDb db, Writing writing, ArrivalActions arrivals, FileActions files, MentionActions mentions, MarkupCache cache, JobBell bell, TimeProvider clock)
{
    public Task<string> WrittenAsync(PostInput input, Post post, Actor by, CancellationToken stop) =>
        mentions.WriteAsync(input.Body, post.Id.Value, input.Mentions, post.Audience, by, stop);

    /// <summary>Makes the form's files those of the post; what is wrong with them is answered before anything is changed.</summary>
    public Task<Refusal?> AttachAsync(PostInput input, Post post, PostTimes times, Actor by, CancellationToken stop) => files.AttachAsync(
        post.Id.Value, input.Files, post.Audience, post.Space, times.PublishedAt, Until(post, times.ExpiresAt), by, stop);

    /// <summary>For a new post.</summary>
    public async Task LayAsync(Post post, Actor by, CancellationToken stop)
    {
        await db.Set<Draft>().Where(d => d.Post == post.Id && d.Author == by.Person).ExecuteDeleteAsync(stop);
        await mentions.FollowAsync(post.Body, post.Id.Value, post.Id, stop);
        await arrivals.AddAsync(new()
        {
            Id = post.Id.Value,
            Kind = PostCards.PostKind,
            Audience = post.Audience,
            Space = post.Space,
            Author = post.Author,
            At = post.PublishedAt,
            UntilUtc = post.ExpiresAt,
            MustReadUntil = post.MustReadUntil,
            Pinned = post.Pinned,
        }, stop);
        await AnnounceAsync(post, stop);
    }

    /// <summary>The words before a change, with rows of whom they name: nobody is told, and whoever is erased is found in them too.</summary>
    public void Keep(Revision before)
    {
        db.Add(before);
        db.AddRange(MentionMark.In(before.Body).Select(p => new Mention { Source = before.Id.Value, Person = p, Post = before.Post, Told = true }));
    }

    /// <summary>For a changed one.</summary>
    public async Task FollowAsync(Post post, CancellationToken stop)
    {
        await mentions.FollowAsync(post.Body, post.Id.Value, post.Id, stop);
        await MoveArrivalAsync(post, stop);
        await AnnounceAsync(post, stop);
    }

    /// <summary>Hidden, shown again, pinned, no longer a must-read.</summary>
    public async Task ShowAsync(Post post, CancellationToken stop)
    {
        await files.ShowFromAsync(post.Id.Value, post.PublishedAt, Until(post), stop);
        await MoveArrivalAsync(post, stop);
    }

    public async Task RemoveAsync(Post post, CancellationToken stop)
    {
        var id = post.Id;
        await db.Set<Mention>().Where(m => m.Post == id).ExecuteDeleteAsync(stop);
        await db.Set<FormerMention>().Where(m => m.Post == id).ExecuteDeleteAsync(stop);
        await db.Set<Reaction>().Where(r => r.Post == id).ExecuteDeleteAsync(stop);
        await db.Set<Confirmation>().Where(c => c.Post == id).ExecuteDeleteAsync(stop);
        await db.Set<Revision>().Where(r => r.Post == id).ExecuteDeleteAsync(stop);
        await db.Set<Comment>().Where(c => c.Post == id).ExecuteDeleteAsync(stop);
        await files.RemoveOfAsync(id.Value, stop);
        await arrivals.RemoveAsync([id.Value], stop);
        db.Remove(post);
        writing.Afterwards(() =>
        {
            cache.Forget([id.Value]);
            return Task.CompletedTask;
        });
    }

    private static DateTime Until(Post post) => Until(post, post.ExpiresAt);

    private static DateTime Until(Post post, DateTime expiresAt) => post.HiddenAt is { } hidden && hidden < expiresAt ? hidden : expiresAt;

    private Task<bool> MoveArrivalAsync(Post post, CancellationToken stop) => arrivals.MoveAsync(post.Id.Value, a =>
    {
        (a.Audience, a.At, a.UntilUtc) = (post.Audience, post.PublishedAt, Until(post));
        (a.MustReadUntil, a.Pinned) = (post.MustReadUntil, post.Pinned);
    }, stop);

    /// <summary>Mentions are told at once; what is scheduled, or for everyone to read, is the job's, so that no form waits for a thousand notices.</summary>
    private async Task AnnounceAsync(Post post, CancellationToken stop)
    {
        if (post.PublishedAt > clock.UtcNow()) return;
        if (post.MustReadUntil is null || post.Announced)
        {
            await writing.FlushAsync(stop);
            await mentions.TellAsync(post, post.Id.Value, post.Author, stop);
            post.Announced = true;
            return;
        }

        writing.Afterwards(() =>
        {
            bell.Ring<ScheduledPosts>();
            return Task.CompletedTask;
        });
    }
}
