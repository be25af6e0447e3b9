using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Posts as Spaces hides what was reported. Spaces has asked whether the actor may.</summary>
internal sealed class HideablePosts(TupaDb db, PostTrail trail, TimeProvider clock) : IHideable
{
    public string Kind => PostCards.PostKind;

    public async Task<Hideable?> FindAsync(Guid id, CancellationToken stop)
    {
        var post = new PostId(id);
        var row = await db.Set<Post>().Where(p => p.Id == post)
            .Select(p => new { p.Audience, p.Author, p.Title, p.Lead, Hidden = p.HiddenAt != null }).FirstOrDefaultAsync(stop);
        return row is null ? null : new(id, row.Audience, row.Author, PostTitle.Of(row.Title, row.Lead), $"/posts/{id}", row.Hidden);
    }

    public async Task HideAsync(Guid id, Actor by, CancellationToken stop)
    {
        if (await PostAsync(id, stop) is not { HiddenAt: null } post) return;
        post.Hide(by.Person, clock.UtcNow());
        await trail.ShowAsync(post, stop);
    }

    public async Task UnhideAsync(Guid id, Actor by, CancellationToken stop)
    {
        if (await PostAsync(id, stop) is not { } post) return;
        post.Show();
        await trail.ShowAsync(post, stop);
    }

    private Task<Post?> PostAsync(Guid id, CancellationToken stop)
    {
        var post = new PostId(id);
        return db.Set<Post>().FirstOrDefaultAsync(p => p.Id == post, stop);
    }
}
