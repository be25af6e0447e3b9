using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Takes a person out of what spaces keep: as author, under another random id in each space, and out of the words of others.</summary>
internal sealed class PostsErasure(TupaDb db)
{
    /// <summary>How many rows were changed, and which texts. Inside a writing.</summary>
    public async Task<(int Touched, IReadOnlyList<Guid> Texts)> OfAsync(PersonId person, CancellationToken stop)
    {
        var touched = 0;
        foreach (var space in await SpacesAsync(person, stop)) touched += await FormerInAsync(space, person, FormerUserId.New(), stop);
        touched += await db.Set<Post>().Where(p => p.HiddenBy == person).ExecuteUpdateAsync(s => s.SetProperty(p => p.HiddenBy, (PersonId?)null), stop);
        touched += await db.Set<Comment>().Where(c => c.HiddenBy == person).ExecuteUpdateAsync(s => s.SetProperty(c => c.HiddenBy, (PersonId?)null), stop);
        var texts = await ForgetAsync(person, stop);
        return (touched + texts.Count, texts);
    }

    private async Task<List<SpaceId>> SpacesAsync(PersonId person, CancellationToken stop)
    {
        var posts = db.Set<Post>();
        var commented = db.Set<Comment>().Where(c => c.Author == person).Select(c => c.Post);
        var revised = db.Set<Revision>().Where(r => r.By == person).Select(r => r.Post);
        return await posts.Where(p => p.Author == person || commented.Contains(p.Id) || revised.Contains(p.Id)).Select(p => p.Space).Distinct().ToListAsync(stop);
    }

    private async Task<int> FormerInAsync(SpaceId space, PersonId person, FormerUserId former, CancellationToken stop)
    {
        var here = db.Set<Post>().Where(p => p.Space == space).Select(p => p.Id);
        return await db.Set<Comment>().Where(c => c.Author == person && here.Contains(c.Post))
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.Author, (PersonId?)null).SetProperty(c => c.Former, (FormerUserId?)former), stop)
            + await db.Set<Revision>().Where(r => r.By == person && here.Contains(r.Post))
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.By, (PersonId?)null).SetProperty(r => r.Former, (FormerUserId?)former), stop)
            + await db.Set<Post>().Where(p => p.Author == person && p.Space == space)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Author, (PersonId?)null).SetProperty(p => p.Former, (FormerUserId?)former), stop);
    }

    /// <summary>The person's id leaves the words: what named the person names a former user from now on.</summary>
    private async Task<IReadOnlyList<Guid>> ForgetAsync(PersonId person, CancellationToken stop)
    {
        var mentions = await db.Set<Mention>().Where(m => m.Person == person).ToListAsync(stop);
        var ids = mentions.ConvertAll(m => m.Post).Distinct().ToList();
        var comments = mentions.ConvertAll(m => new CommentId(m.Source));
        foreach (var post in await db.Set<Post>().Where(p => ids.Contains(p.Id)).ToListAsync(stop)) post.Forget(person);
        foreach (var comment in await db.Set<Comment>().Where(c => comments.Contains(c.Id)).ToListAsync(stop)) comment.Forget(person);
        await RevisionsAsync(person, stop);
        db.RemoveRange(mentions);
        return [.. mentions.Select(m => m.Source)];
    }

    /// <summary>Words of the past have no rows of mentions, so they are looked through by the mark itself.</summary>
    private async Task RevisionsAsync(PersonId person, CancellationToken stop)
    {
        var mark = MentionMark.Of(person);
        foreach (var revision in await db.Set<Revision>().Where(r => r.Body.Contains(mark)).ToListAsync(stop))
            revision.Body = MentionMark.Forget(revision.Body, person);
        foreach (var draft in await db.Set<Draft>().Where(d => d.Rest.Contains(person.Value.ToString())).ToListAsync(stop))
            (draft.Body, draft.Rest) = (MentionMark.Forget(draft.Body, person), draft.Rest.Replace(person.Value.ToString(), Guid.Empty.ToString(), StringComparison.Ordinal));
    }
}
