using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Comments as Spaces hides what was reported. Spaces has asked whether the actor may.</summary>
internal sealed class HideableComments(TupaDb db, TimeProvider clock) : IHideable
{
    public string Kind => "comment";

    public async Task<IReadOnlyDictionary<Guid, Hideable>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        CommentId[] comments = [.. ids.Select(id => new CommentId(id))];
        var rows = await db.Set<Comment>().Where(c => comments.Contains(c.Id))
            .Join(db.Set<Post>(), c => c.Post, p => p.Id, (c, p) => new { c.Id, p.Audience, c.Author, c.Body, c.Post, Hidden = c.HiddenAt != null })
            .ToListAsync(stop);
        return rows.ToDictionary(
            c => c.Id.Value, c => new Hideable(c.Id.Value, c.Audience, c.Author, PostTitle.Of("", c.Body), $"/posts/{c.Post}#comment-{c.Id}", c.Hidden));
    }

    public async Task HideAsync(Guid id, Actor by, CancellationToken stop) =>
        (await CommentAsync(id, stop))?.Hide(by.Person, clock.UtcNow());

    public async Task UnhideAsync(Guid id, Actor by, CancellationToken stop) => (await CommentAsync(id, stop))?.Show();

    private Task<Comment?> CommentAsync(Guid id, CancellationToken stop)
    {
        var comment = new CommentId(id);
        return db.Set<Comment>().FirstOrDefaultAsync(c => c.Id == comment, stop);
    }
}
