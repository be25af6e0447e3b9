using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What has ended: the use of the service, or one of the two registers for somebody who is still here.</summary>
[Stored(Ordered = true)]
public enum Ended
{
    Use = 10,
    CardA = 20,
    CardB = 30,
}

/// <summary>Somebody whose use of the service has ended, or one card of somebody who is still here.</summary>
public sealed record Leaver
{
    public required PersonId Person { get; init; }
    public required Ended What { get; init; }
    public required DateTime EndedAt { get; init; }
}

/// <summary>Those whose use of the service has ended. Without names: who is to be erased is asked by the clock alone.</summary>
public sealed class Leavers(TupaDb db, WhoAsks asks)
{
    /// <summary>Everyone, and every card, that ended at this instant or before. One range each of three indexes.</summary>
    public IQueryable<Leaver> EndedBy(DateTime at)
    {
        var people = db.Set<Person>();
        return people.Where(p => p.UsedUntil <= at)
            .Select(p => new Leaver { Person = p.Id, What = Ended.Use, EndedAt = p.UsedUntil })
            .Concat(db.Set<CardA>().Where(c => c.HiddenAt <= at && people.Any(p => p.Id == c.Person && p.UsedUntil > at))
                .Select(c => new Leaver { Person = c.Person, What = Ended.CardA, EndedAt = c.HiddenAt!.Value }))
            .Concat(db.Set<CardB>().Where(c => c.HiddenAt <= at && people.Any(p => p.Id == c.Person && p.UsedUntil > at))
                .Select(c => new Leaver { Person = c.Person, What = Ended.CardB, EndedAt = c.HiddenAt!.Value }));
    }

    /// <summary>When the use ends; <see cref="Helsinki.Never"/> while it is open, null for nobody.</summary>
    public async Task<DateTime?> EndOfUseAsync(PersonId person, CancellationToken stop) =>
        asks.Standing(person)?.UsedUntil ?? await db.Set<Person>().Where(p => p.Id == person).Select(p => (DateTime?)p.UsedUntil).FirstOrDefaultAsync(stop);

    /// <summary>Who else the person was before being joined: their ids are those of nobody now, and of somebody in an older backup.</summary>
    public Task<List<PersonId>> FormerlyAsync(PersonId person, CancellationToken stop) => db.Set<Joining>()
        .Where(j => j.Kept == person && j.JoinedAt != null && (j.State == JoiningState.Joined || j.State == JoiningState.PartAsked)).OrderBy(j => j.Id).Select(j => j.Lost).ToListAsync(stop);

    /// <summary>Everybody there is, in the order of their ids, after this one: for whoever must look at all of them.</summary>
    public Task<List<PersonId>> AfterAsync(PersonId last, int take, CancellationToken stop) =>
        db.Set<Person>().Where(p => p.Id.CompareTo(last) > 0).OrderBy(p => p.Id).Select(p => p.Id).Take(take).ToListAsync(stop);

    /// <summary>Whose exact user ID or e-mail this is, on any card, in sight or not; null where it is nobody's or more than one's.</summary>
    public async Task<PersonId?> FindAsync(string typed, CancellationToken stop)
    {
        var text = typed.Trim().ToLowerInvariant();
        var found = await db.Set<CardA>().Where(c => c.UserId == text || c.Email == text).Select(c => c.Person)
            .Union(db.Set<CardB>().Where(c => c.UserId == text || c.Email == text).Select(c => c.Person)).Take(2).ToListAsync(stop);
        return found is [var one] ? one : null;
    }

    /// <summary>Whether there is such a person.</summary>
    public Task<bool> IsHereAsync(PersonId person, CancellationToken stop) => db.Set<Person>().AnyAsync(p => p.Id == person, stop);
}
