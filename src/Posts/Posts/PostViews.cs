using Microsoft.EntityFrameworkCore;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Reads all that the pages of one post show. The number of statements does not grow with what is there.</summary>
internal sealed class PostViews(
    TupaDb db, PostAccess access, CommentQueries comments, MustReadQueries mustReads, PeopleNames names, FileQueries files, AudiencePeople people, MarkupCache cache)
{
    /// <param name="after">Where the comments go on; null from the first.</param>
    public async Task<PostView?> ShownAsync(PostId id, Actor by, string? after, CancellationToken stop)
    {
        if (await access.OpenAsync(id, by, stop) is not { } open) return null;

        var post = open.Post;
        var body = cache.Get(id.Value, post.Version, lead: false, post.Body);
        var found = await comments.PageAsync(open, after, stop);
        var reactions = await ReactionsAsync(id, by, stop);
        var named = await names.ForAsync([.. Authors(post).Concat(body.People).Concat(found.People)], by, stop);
        var counts = await people.CountsAsync([post.Audience], stop);
        return new(
            id, post.Space, open.Space.Name, post.Audience, counts.GetValueOrDefault(post.Audience), post.Audience == open.Space.Whole,
            PostAuthor.In(named, post.Author, post.Former), post.Title, PostTitle.Of(post.Title, post.Lead), body.For(named),
            await files.OfOpenAsync(id.Value, by, stop),
            post.PublishedAt, post.ExpiresAt, post.EditedAt, post.AudienceChangedAt, post.Pinned, post.HiddenAt is not null,
            post.MustReadUntil, await IsConfirmedAsync(post, by, stop), await ReadingAsync(open, by, stop),
            reactions, found.Rows(open, by, named), open.Can, open.Mine);
    }

    public async Task<PostHistory?> HistoryAsync(PostId id, Actor by, CancellationToken stop)
    {
        if (await access.OpenAsync(id, by, stop) is not { } open) return null;

        var revisions = await db.Set<Revision>().Where(r => r.Post == id).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(100).ToListAsync(stop);
        var bodies = revisions.ConvertAll(r => PostMarkup.Render(r.Body));
        var named = await names.ForAsync([.. bodies.SelectMany(b => b.People).Concat(revisions.Where(r => r.By is not null).Select(r => r.By!.Value))], by, stop);
        return new(id, PostTitle.Of(open.Post.Title, open.Post.Lead), [.. revisions.Zip(bodies, (r, body) =>
            new RevisionRow(r.Id, r.At, PostAuthor.In(named, r.By, r.Former), r.Title, body.For(named)))]);
    }

    private static IEnumerable<PersonId> Authors(Post post) => post.Author is { } author ? [author] : [];

    private async Task<IReadOnlyList<ReactionRow>> ReactionsAsync(PostId id, Actor by, CancellationToken stop)
    {
        var me = by.Person ?? new PersonId(Guid.Empty);
        var given = await db.Set<Reaction>().Where(r => r.Post == id).GroupBy(r => r.Kind)
            .Select(g => new { g.Key, Count = g.Count(), Mine = g.Sum(r => r.Person == me ? 1 : 0) })
            .ToDictionaryAsync(g => g.Key, stop);
        return [.. Enum.GetValues<ReactionKind>().Select(kind => given.TryGetValue(kind, out var g) ? new ReactionRow(kind, g.Count, g.Mine > 0) : new ReactionRow(kind, 0, false))];
    }

    private async Task<bool> IsConfirmedAsync(Post post, Actor by, CancellationToken stop) =>
        post.MustReadUntil is not null && (await mustReads.ConfirmedAsync([post.Id.Value], by, stop)).Count > 0;

    private async Task<MustReadState?> ReadingAsync(OpenPost open, Actor by, CancellationToken stop) =>
        open.Post.MustReadUntil is not null && open.Can.Follow ? await mustReads.StateAsync(open, by, stop) : null;
}
