using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Posts as Spaces hides what was reported. Spaces has asked whether the actor may.</summary>
internal sealed class HideablePosts(TupaDb db, PostTrail trail, TimeProvider clock) : IHideable
{
    public string Kind => PostCards.PostKind;

    public async Task<IReadOnlyDictionary<Guid, Hideable>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        PostId[] posts = [.. ids.Select(id => new PostId(id))];
        var rows = await db.Set<Post>().Where(p => posts.Contains(p.Id))
            .Select(p => new { p.Id, p.Audience, p.Author, p.Title, p.Lead, Hidden = p.HiddenAt != null }).ToListAsync(stop);
        return rows.ToDictionary(
            p => p.Id.Value, p => new Hideable(p.Id.Value, p.Audience, p.Author, PostTitle.Of(p.Title, p.Lead), $"/posts/{p.Id}", p.Hidden));
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
