using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Takes a person out of what spaces keep: as author, under another random id in each space, and out of the words of others.</summary>
internal sealed class PostsErasure(TupaDb db, MentionTexts texts, TimeProvider clock)
{
    /// <summary>How many rows were changed, and which texts. Inside a writing.</summary>
    public async Task<(int Touched, IReadOnlyList<Guid> Texts)> OfAsync(PersonId person, CancellationToken stop)
    {
        var mentions = await db.Set<Mention>().Where(m => m.Person == person).AsTracking().ToListAsync(stop);
        var named = mentions.ConvertAll(m => m.Post).Distinct().ToList();
        var places = await db.Set<Post>().Where(p => named.Contains(p.Id)).Select(p => new { p.Id, p.Space }).ToDictionaryAsync(p => p.Id, p => p.Space, stop);
        var former = (await SpacesAsync(person, stop)).Union(places.Values).ToDictionary(space => space, _ => FormerUserId.New());

        var touched = 0;
        foreach (var (space, id) in former) touched += await FormerInAsync(space, person, id, stop);
        touched += await db.Set<Post>().Where(p => p.HiddenBy == person).ExecuteUpdateAsync(s => s.SetProperty(p => p.HiddenBy, (PersonId?)null), stop);
        touched += await db.Set<Comment>().Where(c => c.HiddenBy == person).ExecuteUpdateAsync(s => s.SetProperty(c => c.HiddenBy, (PersonId?)null), stop);
        var sources = mentions.ConvertAll(m => m.Source);
        await texts.RenameAsync(sources, person, MentionMark.NobodysId, stop);
        await texts.RenameInDraftsAsync(person, MentionMark.NobodysId, stop);
        db.RemoveRange(mentions);
        var now = clock.UtcNow();
        db.AddRange(places.Select(p => new FormerMention { Post = p.Key, Former = former[p.Value], At = now }));
        return (touched + mentions.Count, sources);
    }

    private async Task<List<SpaceId>> SpacesAsync(PersonId person, CancellationToken stop)
    {
        var posts = db.Set<Post>();
        var commented = db.Set<Comment>().Where(c => c.Author == person).Select(c => c.Post);
        var revised = db.Set<Revision>().Where(r => r.By == person).Select(r => r.Post);
        return await posts.Where(p => p.Author == person).Select(p => p.Space)
            .Union(posts.Where(p => commented.Contains(p.Id)).Select(p => p.Space))
            .Union(posts.Where(p => revised.Contains(p.Id)).Select(p => p.Space)).ToListAsync(stop);
    }

    private async Task<int> FormerInAsync(SpaceId space, PersonId person, FormerUserId former, CancellationToken stop)
    {
        var here = db.Set<Post>().Where(p => p.Space == space);
        return await db.Set<Comment>().Where(c => c.Author == person && here.Any(p => p.Id == c.Post))
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.Author, (PersonId?)null).SetProperty(c => c.Former, (FormerUserId?)former), stop)
            + await db.Set<Revision>().Where(r => r.By == person && here.Any(p => p.Id == r.Post))
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.By, (PersonId?)null).SetProperty(r => r.Former, (FormerUserId?)former), stop)
            + await db.Set<Post>().Where(p => p.Author == person && p.Space == space)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Author, (PersonId?)null).SetProperty(p => p.Former, (FormerUserId?)former), stop);
    }
}
