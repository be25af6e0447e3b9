using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Comments as Spaces hides what was reported. Spaces has asked whether the actor may.</summary>
internal sealed class HideableComments(TupaDb db, TimeProvider clock) : IHideable
{
    public string Kind => "comment";

    public async Task<Hideable?> FindAsync(Guid id, CancellationToken stop)
    {
        var comment = new CommentId(id);
        var row = await db.Set<Comment>().Where(c => c.Id == comment)
            .Join(db.Set<Post>(), c => c.Post, p => p.Id, (c, p) => new { p.Audience, c.Author, c.Body, c.Post, Hidden = c.HiddenAt != null })
            .FirstOrDefaultAsync(stop);
        return row is null ? null : new(id, row.Audience, row.Author, PostTitle.Of("", row.Body), $"/posts/{row.Post}#comment-{id}", row.Hidden);
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
