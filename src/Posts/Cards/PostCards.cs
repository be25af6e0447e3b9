using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Posts.Cards;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>
/// Draws posts in home, on the page of a space and as they arrive. The hottest path of the house: two statements for any number
/// of cards, no body read whole, no text made into HTML twice.
/// </summary>
internal sealed class PostCards(
    TupaDb db, PeopleNames names, FileQueries files, AudiencePeople people, MarkupCache cache, CardDrawing drawing, WhoAsks asks, ViewNotes views, TimeProvider clock) : IArrivalCards, IArrivalTitles
{
    public const string PostKind = "post";

    // A row for each file, put together in memory: a list within a row is made by EF with delegates of its own for every row.
    private static readonly Compiled<Func<TupaDb, List<PostId>, List<Guid>, PersonId, DateTime, IAsyncEnumerable<Found>>> Shown =
        Compiled.Rows<List<PostId>, List<Guid>, PersonId, DateTime, Found>((db, asked, full, me, now) =>
            from p in PostsSeen.Among.In(db, asked, me, now)
            join s in SpaceNames.Of.In(db) on p.Space equals s.Id
            from f in FileQueries.InSight.In(db, full, me, now).Where(f => f.Owner == p.Id.Value).DefaultIfEmpty()
            select new Found
            {
                Id = p.Id,
                Space = p.Space,
                SpaceName = s.Name,
                Closed = s.Closed,
                Confidential = s.Confidential,
                Audience = p.Audience,
                Author = p.Author,
                Former = p.Former,
                Title = p.Title,
                Lead = p.Lead,
                Cut = p.Cut,
                PublishedAt = p.PublishedAt,
                Edited = p.EditedAt != null,
                Pinned = p.Pinned,
                MustReadUntil = p.MustReadUntil,
                Version = p.Version,
                Comments = db.Set<Comment>().Count(c => c.Post == p.Id && c.RemovedAt == null),
                Thanks = db.Set<Reaction>().Count(r => r.Kind == ReactionKind.Thanks && r.Post == p.Id),
                MyThanks = db.Set<Reaction>().Any(r => r.Kind == ReactionKind.Thanks && r.Post == p.Id && r.Person == me),
                File = f!,
            });

    public string Kind => PostKind;

    public async Task<IReadOnlyDictionary<Guid, RenderFragment>> CardsAsync(IReadOnlyList<CardAsked> asked, Actor by, CancellationToken stop)
    {
        var ways = asked.ToDictionary(a => a.Id);
        var full = asked.Where(a => !a.Compact).Select(a => a.Id).ToHashSet();
        var cards = new Dictionary<Guid, RenderFragment>(asked.Count);
        foreach (var row in await RowsAsync([.. ways.Keys], full, by, stop))
            cards[row.Id.Value] = full.Contains(row.Id.Value) ? await drawing.FullAsync(row, ways[row.Id.Value].Fresh) : Compact(row);
        return cards;
    }

    public Task<IReadOnlyList<PostCardRow>> RowsAsync(IReadOnlyList<Guid> ids, Actor by, CancellationToken stop) => RowsAsync(ids, ids.ToHashSet(), by, stop);

    /// <summary>What the cards show. Posts with their numbers and files, names, and counts where none are at hand: a statement each.</summary>
    /// <param name="full">Those that are shown with their files and their audience.</param>
    private async Task<IReadOnlyList<PostCardRow>> RowsAsync(IReadOnlyList<Guid> ids, IReadOnlySet<Guid> full, Actor by, CancellationToken stop)
    {
        var rows = await PostsAsync(ids, full, by, stop);
        if (rows.Count == 0) return [];

        foreach (var space in rows.Where(r => r.Confidential).Select(r => r.Space).Distinct()) await views.NoteAsync(by, "posts.cards.viewed", space: space.Value, stop: stop);
        var attached = rows.Where(r => r.File.Owner is not null).ToLookup(r => r.Id, r => r.File);
        var posts = rows.DistinctBy(r => r.Id).ToList();
        var texts = posts.ConvertAll(p => cache.Get(p.Id.Value, p.Version, lead: true, p.Lead));
        var named = await names.ForAsync([.. texts.SelectMany(t => t.People).Concat(posts.Where(p => p.Author is not null).Select(p => p.Author!.Value))], by, stop);
        var counts = await people.CountsAsync([.. posts.Where(p => full.Contains(p.Id.Value)).Select(p => p.Audience).Distinct()], stop);
        var pupil = asks.IsPupil(by);
        return [.. posts.Zip(texts, (p, text) => new PostCardRow(
            p.Id, p.Space, p.SpaceName, p.Audience, counts.GetValueOrDefault(p.Audience), PostAuthor.In(named, p.Author, p.Former),
            p.Title, text.For(named), p.Cut, files.Rows(attached[p.Id], by), p.PublishedAt, p.Edited, p.Pinned, p.MustReadUntil,
            p.Comments, p.Thanks, p.MyThanks, !p.Closed, pupil))];
    }

    public async Task<IReadOnlyDictionary<Guid, string>> TitlesAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var posts = ids.Select(id => new PostId(id)).ToList();
        var rows = await db.Set<Post>().Where(p => posts.Contains(p.Id)).Select(p => new { p.Id, p.Title, p.Lead }).ToListAsync(stop);
        return rows.ToDictionary(r => r.Id.Value, r => PostTitle.Of(r.Title, r.Lead));
    }

    private ValueTask<List<Found>> PostsAsync(IReadOnlyList<Guid> ids, IReadOnlySet<Guid> full, Actor by, CancellationToken stop) => Shown.On(db)(
        db, [.. ids.Select(id => new PostId(id))], [.. full], by.Person ?? new PersonId(Guid.Empty), clock.UtcNow()).ToListAsync(stop);

    private static RenderFragment Compact(PostCardRow row) => builder =>
    {
        builder.OpenComponent<MustReadCard>(0);
        builder.AddComponentParameter(1, nameof(MustReadCard.Post), row);
        builder.CloseComponent();
    };

    private sealed class Found
    {
        public required PostId Id { get; init; }
        public required SpaceId Space { get; init; }
        public required string SpaceName { get; init; }
        public required bool Closed { get; init; }
        public required bool Confidential { get; init; }
        public required AudienceId Audience { get; init; }
        public required PersonId? Author { get; init; }
        public required FormerUserId? Former { get; init; }
        public required string Title { get; init; }
        public required string Lead { get; init; }
        public required bool Cut { get; init; }
        public required DateTime PublishedAt { get; init; }
        public required bool Edited { get; init; }
        public required bool Pinned { get; init; }
        public required DateTime? MustReadUntil { get; init; }
        public required int Version { get; init; }
        public required int Comments { get; init; }
        public required int Thanks { get; init; }
        public required bool MyThanks { get; init; }

        /// <summary>Of no owner where the post has no file.</summary>
        public required FoundFile File { get; init; }
    }
}
