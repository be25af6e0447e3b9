using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>
/// Tells people of posts whose time has come, and of must-reads. A post is seen at the tick whether or not this runs: it only
/// sends the notices. Each post is a writing of its own.
/// </summary>
internal sealed class ScheduledPosts(Writing writing, TupaDb db, Audience audience, MentionActions mentions, Notices notices, ArrivalActions arrivals, TimeProvider clock) : IJob
{
    private const int AtOnce = 100;

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var due = await db.Set<Post>().Where(p => !p.Announced && p.PublishedAt <= now)
            .OrderBy(p => p.PublishedAt).Select(p => p.Id).Take(AtOnce).ToListAsync(stop);
        foreach (var id in due) await writing.RunAsync<bool>(() => TellAsync(id, stop), stop);
        return new(Counted: due.Count, Changed: due.Count);
    }

    private async Task<bool> TellAsync(PostId id, CancellationToken stop)
    {
        if (await db.Set<Post>().FirstOrDefaultAsync(p => p.Id == id && !p.Announced, stop) is not { } post) return false;

        post.Announced = true;
        if (post.HiddenAt is not null) return false;

        await arrivals.MoveAsync(id.Value, _ => { }, stop);
        await mentions.TellAsync(post, id.Value, post.Author, stop);
        if (post.MustReadUntil is null) return true;

        var confirmed = db.Set<Confirmation>().Where(c => c.Post == id).Select(c => c.Person);
        var people = await audience.People(post.Audience).Where(p => !confirmed.Contains(p)).ToListAsync(stop);
        await notices.SendAsync([.. people.Select(p => new Notice(p, NoticeKind.MustRead, id.Value, post.Space, post.Author))], stop);
        return true;
    }
}
