using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Reads all that the pages of one post show. The number of statements does not grow with what is there.</summary>
internal sealed class PostViews(
    TupaDb db, PostAccess access, CommentQueries comments, MustReadQueries mustReads, PeopleNames names, FileQueries files, AudiencePeople people, MarkupCache cache, ViewNotes views)
{
    /// <param name="after">Where the comments go on; null from the first.</param>
    public async Task<PostView?> ShownAsync(PostId id, Actor by, string? after, CancellationToken stop)
    {
        var row = await RowAsync(id, by, stop);
        if (access.Open(row?.Open, by) is not { } open) return null;

        await NoteAsync(open, "posts.post.viewed", by, stop);
        var post = open.Post;
        var body = cache.Get(id.Value, post.Version, lead: false, post.Body);
        var found = await comments.PageAsync(open, after, stop);
        var reading = post.MustReadUntil is not null && open.Can.Follow ? await mustReads.FindAsync(open, by, stop) : null;
        var named = await names.ForAsync([.. Authors(post), .. body.People, .. found.People, .. reading?.Missing ?? []], by, stop);
        var counts = await people.CountsAsync([post.Audience], stop);
        return new(
            id, post.Space, open.Space.Name, post.Audience, counts.GetValueOrDefault(post.Audience), post.Audience == open.Space.Whole,
            PostAuthor.In(named, post.Author, post.Former), post.Title, PostTitle.Of(post.Title, post.Lead), body.For(named), files.Rows(row!.Files, by),
            post.PublishedAt, post.ExpiresAt, post.EditedAt, post.AudienceChangedAt, post.Pinned, post.HiddenAt is not null,
            post.MustReadUntil, row.Confirmed, reading?.State(named), row.Reactions, found.Rows(open, by, named), open.Can, open.Mine);
    }

    /// <summary>A post that may be deleted by the actor, and what it is called; null where it may not.</summary>
    public async Task<string?> DeletableAsync(PostId id, Actor by, CancellationToken stop) =>
        await access.OpenAsync(id, by, stop) is { Can.Delete: true } open ? PostTitle.Of(open.Post.Title, open.Post.Lead) : null;

    public async Task<PostHistory?> HistoryAsync(PostId id, Actor by, CancellationToken stop)
    {
        if (await access.OpenAsync(id, by, stop) is not { } open) return null;

        await NoteAsync(open, "posts.history.viewed", by, stop);
        var revisions = await db.Set<Revision>().Where(r => r.Post == id).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(100).ToListAsync(stop);
        var bodies = revisions.ConvertAll(r => PostMarkup.Render(r.Body));
        var named = await names.ForAsync([.. bodies.SelectMany(b => b.People).Concat(revisions.Where(r => r.By is not null).Select(r => r.By!.Value))], by, stop);
        return new(id, PostTitle.Of(open.Post.Title, open.Post.Lead), [.. revisions.Zip(bodies, (r, body) =>
            new RevisionRow(r.Id, r.At, PostAuthor.In(named, r.By, r.Former), r.Title, body.For(named)))]);
    }

    /// <summary>Who looks at what is in a confidential space is noted.</summary>
    private Task NoteAsync(OpenPost open, string deed, Actor by, CancellationToken stop) =>
        open.Space.Confidentiality == Confidentiality.Confidential ? views.NoteAsync(by, deed, open.Post.Id.Value, space: open.Space.Id.Value, stop: stop) : Task.CompletedTask;

    private static IEnumerable<PersonId> Authors(Post post) => post.Author is { } author ? [author] : [];

    private Task<PageRow?> RowAsync(PostId id, Actor by, CancellationToken stop)
    {
        var me = by.Person ?? new PersonId(Guid.Empty);
        var reactions = db.Set<Reaction>().Where(r => r.Post == id);
        var mine = reactions.Where(r => r.Person == me);
        var confirmed = db.Set<Confirmation>().Where(c => c.Post == id && c.Person == me);
        var attached = files.FoundOpen(id.Value, by);
        return access.Row(id, by).Select(open => new PageRow
        {
            Open = open,
            Confirmed = confirmed.Any(),
            Thanks = reactions.Count(r => r.Kind == ReactionKind.Thanks),
            MyThanks = mine.Any(r => r.Kind == ReactionKind.Thanks),
            Agree = reactions.Count(r => r.Kind == ReactionKind.Agree),
            MyAgree = mine.Any(r => r.Kind == ReactionKind.Agree),
            Idea = reactions.Count(r => r.Kind == ReactionKind.Idea),
            MyIdea = mine.Any(r => r.Kind == ReactionKind.Idea),
            Congratulations = reactions.Count(r => r.Kind == ReactionKind.Congratulations),
            MyCongratulations = mine.Any(r => r.Kind == ReactionKind.Congratulations),
            Files = attached.Where(f => f.Owner == open.Post.Id.Value).ToList(),
        }).FirstOrDefaultAsync(stop);
    }

    private sealed class PageRow
    {
        public required OpenPostRow Open { get; init; }
        public required bool Confirmed { get; init; }
        public required int Thanks { get; init; }
        public required bool MyThanks { get; init; }
        public required int Agree { get; init; }
        public required bool MyAgree { get; init; }
        public required int Idea { get; init; }
        public required bool MyIdea { get; init; }
        public required int Congratulations { get; init; }
        public required bool MyCongratulations { get; init; }
        public required List<FoundFile> Files { get; init; }

        public IReadOnlyList<ReactionRow> Reactions =>
        [
            new(ReactionKind.Thanks, Thanks, MyThanks),
            new(ReactionKind.Agree, Agree, MyAgree),
            new(ReactionKind.Idea, Idea, MyIdea),
            new(ReactionKind.Congratulations, Congratulations, MyCongratulations),
        ];
    }
}
