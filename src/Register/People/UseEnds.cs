using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Whose use of the house has ended, and what of the register goes that moment: the user ID.</summary>
public sealed class UseEnds(TupaDb db, Writing writing, IBulk bulk, TimeProvider clock)
{
    private readonly PersonNaming _naming = new(db, writing, bulk, clock);

    /// <summary>Everyone whose last assignment has ended and who has not been erased.</summary>
    public IQueryable<PersonId> Ended
    {
        get
        {
            var now = clock.UtcNow();
            return db.Set<Person>().Where(p => p.UsedUntil <= now).Select(p => p.Id);
        }
    }

    /// <summary>Everyone for whom no assignment lasts beyond an instant: asked of the assignments themselves, and not of what follows from them.</summary>
    public IQueryable<PersonId> WithoutAfter(DateTime at) =>
        db.Set<Person>().Where(p => !db.Set<Assignment>().Any(a => a.Person == p.Id && a.UntilUtc > at)).Select(p => p.Id);

    /// <summary>Of those whose use has ended, the ones on whose cards a user ID still stands.</summary>
    public IQueryable<PersonId> WithUserId => Ended.Where(p =>
        db.Set<CardA>().Any(c => c.Person == p && c.UserId != null) || db.Set<CardB>().Any(c => c.Person == p && c.UserId != null));

    /// <summary>Takes the user IDs off the cards, with where they came from and as words to search by. Inside a writing; returns what they were.</summary>
    public async Task<ILookup<PersonId, string>> TakeUserIdsAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        var held = await db.Set<CardA>().Where(c => people.Contains(c.Person) && c.UserId != null).Select(c => new { c.Person, c.UserId })
            .Concat(db.Set<CardB>().Where(c => people.Contains(c.Person) && c.UserId != null).Select(c => new { c.Person, c.UserId })).ToListAsync(stop);
        await db.Set<CardA>().Where(c => people.Contains(c.Person)).ExecuteUpdateAsync(set => set.SetProperty(c => c.UserId, (string?)null), stop);
        await db.Set<CardB>().Where(c => people.Contains(c.Person)).ExecuteUpdateAsync(set => set.SetProperty(c => c.UserId, (string?)null), stop);
        await db.Set<Origin>().Where(o => people.Contains(o.Person) && o.Column == "user_id").ExecuteDeleteAsync(stop);

        // Said again, it is to be listened to: a return must bring the user ID back.
        await db.Set<SourceRecord>().Where(r => r.Person != null && people.Contains(r.Person.Value)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Said, (byte[]?)null), stop);
        await _naming.RewriteAsync([.. people], stop);
        return held.ToLookup(h => h.Person, h => h.UserId!);
    }
}

/// <summary>What sources call people: by this a person who returns is known again.</summary>
public sealed class SourceKeys(TupaDb db)
{
    /// <summary>Of each person the keys of all sources, each told apart by its source and feed.</summary>
    public async Task<ILookup<PersonId, string>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop) =>
        (await db.Set<SourceRecord>().Where(r => r.Person != null && people.Contains(r.Person.Value))
            .Select(r => new { Person = r.Person!.Value, r.Source, r.Feed, r.Key }).ToListAsync(stop))
        .ToLookup(r => r.Person, r => Of(r.Source, r.Feed, r.Key));

    /// <summary>What a source calls somebody, told apart from what others do.</summary>
    public static string Of(Source source, string feed, string key) => $"{source}|{feed}|{key}";
}

/// <summary>Knows the user IDs that people have let go of, which nobody else gets (DESIGN §1, the tombstone).</summary>
public interface IUserIdsOfOthers
{
    /// <summary>Those of these folded user IDs that were somebody's whom none of the keys names. One statement.</summary>
    /// <param name="wanted">Each with what the source calls who wants it (<see cref="SourceKeys.Of"/>); null where it has no name.</param>
    Task<IReadOnlySet<string>> AmongAsync(IReadOnlyCollection<(string Folded, string? Key)> wanted, CancellationToken stop);
}
