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
internal sealed class MustReadQueries(TupaDb db, Audience audience, PeopleSeen seen, PeopleNames names) : IMustReads
{
    public const int MostNames = 200;

    public string Kind => PostCards.PostKind;

    public async Task<IReadOnlySet<Guid>> ConfirmedAsync(IReadOnlyCollection<Guid> ids, Actor by, CancellationToken stop)
    {
        var posts = ids.Select(id => new PostId(id)).ToList();
        if (by.Person is not { } me || posts.Count == 0) return new HashSet<Guid>();

        var confirmed = await db.Set<Confirmation>().Where(c => c.Person == me && posts.Contains(c.Post)).Select(c => c.Post).ToListAsync(stop);
        return confirmed.Select(p => p.Value).ToHashSet();
    }

    /// <summary>The author's own reading is not asked for. The caller has seen that the asker may follow.</summary>
    public async Task<MustReadState> StateAsync(OpenPost open, Actor by, CancellationToken stop)
    {
        var (id, author) = (open.Post.Id, open.Post.Author ?? new PersonId(Guid.Empty));
        var confirmed = db.Set<Confirmation>().Where(c => c.Post == id).Select(c => c.Person);
        var readers = audience.People(open.Post.Audience).Where(p => p != author);
        var counts = await readers.GroupBy(p => confirmed.Contains(p)).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);

        var sees = seen.By(by);
        var missing = await readers.Where(p => !confirmed.Contains(p) && sees.Contains(p)).Take(MostNames).ToListAsync(stop);
        var named = await names.ForAsync(missing, by, stop);
        var (done, waiting) = (counts.GetValueOrDefault(true), counts.GetValueOrDefault(false));
        return new(done + waiting, done,
            [.. named.Values.OrderBy(n => n.Name, StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true))],
            waiting - missing.Count);
    }
}
