using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Drafts and scheduled posts that somebody hands over before leaving. A scheduled one that is not stays with its space and comes out in its time.</summary>
internal sealed class PostHandOver(TupaDb db, SpaceNames spaces, ArrivalActions arrivals, AuditLog audit, TimeProvider clock) : IHandOver
{
    public async Task<IReadOnlyList<Unfinished>> OfAsync(PersonId person, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var drafts = db.Set<Draft>().Where(d => d.Author == person);
        var scheduled = db.Set<Post>().Where(p => p.Author == person && p.PublishedAt > now && p.HiddenAt == null);
        var places = drafts.Select(d => d.Space).Concat(scheduled.Select(p => p.Space));
        var rows = await spaces.All.Where(s => places.Contains(s.Id)).Select(s => new
        {
            s.Id,
            s.Name,
            Drafts = drafts.Where(d => d.Space == s.Id).Select(d => new { Id = d.Post, d.Title, d.Body }).ToList(),
            Scheduled = scheduled.Where(p => p.Space == s.Id).Select(p => new { p.Id, p.Title, p.Lead, p.PublishedAt }).ToList(),
        }).AsSingleQuery().ToListAsync(stop);
        return
        [
            .. rows.SelectMany(s => s.Drafts.DistinctBy(d => d.Id).OrderBy(d => d.Id).Select(d => new Unfinished(d.Id.Value, s.Id, s.Name, PostTitle.Of(d.Title, d.Body), At: null))),
            .. rows.SelectMany(s => s.Scheduled.DistinctBy(p => p.Id).OrderBy(p => p.PublishedAt).Select(p => new Unfinished(p.Id.Value, s.Id, s.Name, PostTitle.Of(p.Title, p.Lead), p.PublishedAt))),
        ];
    }

    public async Task<int> GiveAsync(PersonId person, IReadOnlyDictionary<Guid, PersonId> successors, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var ids = successors.Keys.Select(id => new PostId(id)).ToList();
        var drafts = await db.Set<Draft>().Where(d => ids.Contains(d.Post) && d.Author == person).ToListAsync(stop);
        foreach (var draft in drafts)
        {
            draft.GiveTo(successors[draft.Post.Value]);
            audit.Write(Actor.Of(person), "posts.draft.handed-over", draft.Post.Value, subject: draft.Author, space: draft.Space.Value);
        }

        var posts = await db.Set<Post>().Where(p => ids.Contains(p.Id) && p.Author == person && p.PublishedAt > now).ToListAsync(stop);
        foreach (var post in posts)
        {
            var successor = successors[post.Id.Value];
            post.Author = successor;
            await arrivals.MoveAsync(post.Id.Value, arrival => arrival.Author = successor, stop);
            audit.Write(Actor.Of(person), "posts.post.handed-over", post.Id.Value, subject: successor, space: post.Space.Value);
        }

        return drafts.Count + posts.Count;
    }
}
