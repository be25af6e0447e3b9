using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a person is listed and found by. Written whenever the name, the user ID or the duties change.</summary>
internal sealed class PersonNaming(TupaDb db, Writing writing, IBulk bulk, TimeProvider clock)
{
    private const int LongestWord = 80;

    /// <summary>Family name first: what lists are ordered by.</summary>
    public static byte[] SortKey(string given, string family) => Fold.SortKey($"{family} {given}");

    /// <summary>The words one is found by.</summary>
    public static IEnumerable<NameWord> Words(PersonId person, params IEnumerable<string?> texts) => Fold.Words(texts)
        .Select(w => w.Length > LongestWord ? w[..LongestWord] : w).Distinct(StringComparer.Ordinal)
        .Select(w => new NameWord { Word = w, Person = person });

    /// <summary>Writes the words of these people anew, inside a writing. A fixed number of statements, and the rows.</summary>
    public async Task RewriteAsync(List<PersonId> people, CancellationToken stop)
    {
        await writing.FlushAsync(stop);

        // Written before in the same writing: what is put down is let go of, for it is read and written anew.
        foreach (var written in db.ChangeTracker.Entries<NameWord>().Where(w => people.Contains(w.Entity.Person)).ToList()) written.State = EntityState.Detached;
        var now = clock.UtcNow();
        var cards = await (
            from p in db.Set<Person>().Where(p => people.Contains(p.Id))
            join cardA in db.Set<CardA>() on p.Id equals cardA.Person into cardsA
            from a in cardsA.DefaultIfEmpty()
            join cardB in db.Set<CardB>() on p.Id equals cardB.Person into cardsB
            from b in cardsB.DefaultIfEmpty()
            select new { p.Id, p.Shielded, GivenA = a.GivenName, FamilyA = a.FamilyName, UserA = a.UserId, GivenB = b.GivenName, FamilyB = b.FamilyName, UserB = b.UserId })
            .AsNoTracking().ToListAsync(stop);
        var duties = (await (
            from a in db.Set<Assignment>().Where(a => people.Contains(a.Person) && now < a.UntilUtc)
            join d in db.Set<Group>() on a.Duty equals d.Id
            select new { a.Person, d.NameFi, d.NameSv }).AsNoTracking().ToListAsync(stop)).ToLookup(d => d.Person);

        await db.Set<NameWord>().Where(w => people.Contains(w.Person)).ExecuteDeleteAsync(stop);
        await bulk.InsertAsync(db, cards.SelectMany(card =>
        {
            // The duty of a shielded person is not shown, so nobody finds them by it either.
            var shown = card.Shielded ? [] : duties[card.Id].SelectMany(d => new[] { d.NameFi, d.NameSv });
            return Words(card.Id, [card.GivenA, card.FamilyA, card.UserA, card.GivenB, card.FamilyB, card.UserB, .. shown]);
        }), stop);
    }
}
