using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>Writes anew whom words name, present and past: of somebody who has been erased, or who turned out to be somebody else. Inside a writing.</summary>
internal sealed class MentionTexts(TupaDb db)
{
    /// <param name="sources">Of the mentions: the ids of posts, comments and revisions.</param>
    public async Task RenameAsync(IReadOnlyCollection<Guid> sources, PersonId person, PersonId other, CancellationToken stop)
    {
        var (posts, comments, revisions) = (sources.Select(s => new PostId(s)).ToList(), sources.Select(s => new CommentId(s)).ToList(), sources.Select(s => new RevisionId(s)).ToList());
        foreach (var post in await db.Set<Post>().Where(p => posts.Contains(p.Id)).AsTracking().ToListAsync(stop)) post.Rename(person, other);
        foreach (var comment in await db.Set<Comment>().Where(c => comments.Contains(c.Id)).AsTracking().ToListAsync(stop)) comment.Rename(person, other);
        foreach (var revision in await db.Set<Revision>().Where(r => revisions.Contains(r.Id)).AsTracking().ToListAsync(stop))
            revision.Body = MentionMark.Rename(revision.Body, person, other);
    }

    /// <summary>What somebody is typing has no rows of mentions; there is little of it, and it is looked through.</summary>
    public async Task RenameInDraftsAsync(PersonId person, PersonId other, CancellationToken stop)
    {
        var (id, mark) = (person.Value.ToString(), MentionMark.Of(person));
        foreach (var draft in await db.Set<Draft>().Where(d => d.Rest.Contains(id) || d.Body.Contains(mark)).AsTracking().ToListAsync(stop))
            (draft.Body, draft.Rest) = (MentionMark.Rename(draft.Body, person, other), draft.Rest.Replace(id, other.Value.ToString(), StringComparison.Ordinal));
    }
}
