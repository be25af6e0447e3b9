using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>How far a must-read has been read.</summary>
/// <param name="Confirmed">Of those who see it now.</param>
/// <param name="Missing">Those who have not confirmed, as far as the asker sees them by name; at most <see cref="MustReadQueries.MostNames"/>.</param>
/// <param name="Unnamed">How many more have not confirmed.</param>
public sealed record MustReadState(int Total, int Confirmed, IReadOnlyList<PersonName> Missing, int Unnamed);

/// <summary>Reads confirmations. Names are for the author and the stewards only, because reminding needs them.</summary>
internal sealed class MustReadQueries(TupaDb db, Audience audience, PeopleSeen seen) : IMustReads
{
    public const int MostNames = 200;

    private static readonly Compiled<Func<TupaDb, PersonId, List<PostId>, IAsyncEnumerable<PostId>>> Confirmed =
        Compiled.Rows<PersonId, List<PostId>, PostId>((db, me, posts) =>
            db.Set<Confirmation>().Where(c => c.Person == me && posts.Contains(c.Post)).Select(c => c.Post));

    public string Kind => PostCards.PostKind;

    public async Task<IReadOnlySet<Guid>> ConfirmedAsync(IReadOnlyCollection<Guid> ids, Actor by, CancellationToken stop)
    {
        var posts = ids.Select(id => new PostId(id)).ToList();
        if (by.Person is not { } me || posts.Count == 0) return new HashSet<Guid>();

        var confirmed = await Confirmed.On(db)(db, me, posts).ToListAsync(stop);
        return confirmed.Select(p => p.Value).ToHashSet();
    }

    /// <summary>One statement; the author's own reading is not asked for. The caller has seen that the asker may follow, and asks for the names.</summary>
    public async Task<FoundReading> FindAsync(OpenPost open, Actor by, CancellationToken stop)
    {
        var (id, author) = (open.Post.Id, open.Post.Author ?? new PersonId(Guid.Empty));
        var confirmed = db.Set<Confirmation>().Where(c => c.Post == id).Select(c => c.Person);
        var readers = audience.People(open.Post.Audience).Where(p => p != author);
        var sees = seen.By(by);
        var missing = readers.Where(p => !confirmed.Contains(p) && sees.Any(s => s == p)).OrderBy(p => p).Take(MostNames);
        var rows = await db.Set<Post>().Where(p => p.Id == id)
            .Select(p => new { Counts = true, Person = p.Author, Total = readers.Count(), Done = readers.Count(r => confirmed.Contains(r)) })
            .Concat(missing.Select(p => new { Counts = false, Person = (PersonId?)p, Total = 0, Done = 0 }))
            .ToListAsync(stop);
        var counts = rows.Find(r => r.Counts);
        return new(counts?.Total ?? 0, counts?.Done ?? 0, [.. rows.Where(r => !r.Counts).Select(r => r.Person).OfType<PersonId>()]);
    }
}

/// <summary>How far a must-read has been read, before names are known.</summary>
internal sealed record FoundReading(int Total, int Confirmed, IReadOnlyList<PersonId> Missing)
{
    public MustReadState State(IReadOnlyDictionary<PersonId, PersonName> names) => new(
        Total, Confirmed,
        [.. Missing.Select(p => names[p]).OrderBy(n => n.Name, StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true))],
        Total - Confirmed - Missing.Count);
}
