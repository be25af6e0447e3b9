using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Finds people by the beginnings of the words of name, user ID and duty: for suggestions and mentions.</summary>
public sealed class PeopleSearch(TupaDb db, PeopleSeen seen, TimeProvider clock)
{
    /// <summary>Two statements at the most. Every typed word must begin a word of the person; nothing typed finds nobody.</summary>
    /// <param name="typed">As it was typed: case, diacritics and order do not matter.</param>
    /// <param name="most">How many at the most, in the order of the Finnish alphabet.</param>
    /// <param name="within">Only these: a mention passes the people of the audience.</param>
    public async Task<IReadOnlyList<PersonName>> FindAsync(
        string typed, Actor actor, int most, IQueryable<PersonId>? within = null, CancellationToken stop = default)
    {
        var page = await IdsAsync(typed, actor, most, within, stop);
        if (page.Count == 0) return [];

        var rows = await NameRows.InOrderAsync(db, page, clock.UtcNow(), stop);
        return [.. rows.Where(r => r.InSight).Select(r => r.ToName())];
    }

    /// <summary>As <see cref="FindAsync"/>, without their names, and also those whose card has gone out of sight. One statement.</summary>
    public async Task<List<PersonId>> IdsAsync(string typed, Actor actor, int most, IQueryable<PersonId>? within = null, CancellationToken stop = default)
    {
        var words = TypedWords.Of(typed);
        if (words.Count == 0) return [];

        var found = seen.Visible(actor, among: TypedWords.Matching(db, words));
        if (within is not null) found = found.Where(p => within.Contains(p.Id));
        return await found.OrderBy(p => p.SortKey).ThenBy(p => p.Id).Take(most).Select(p => p.Id).ToListAsync(stop);
    }
}

/// <summary>What was typed into a search, as folded words.</summary>
internal static class TypedWords
{
    private const int MostWords = 6;

    /// <summary>Longest first: it narrows most. A hyphenated word is looked for whole.</summary>
    public static IReadOnlyList<string> Of(string? typed) => [.. Fold.Plain(typed ?? "")
        .Split([' ', ',', '.', '@', '_', '\t'], StringSplitOptions.RemoveEmptyEntries)
        .Select(w => w.Trim('-'))
        .Where(w => w.Length > 0)
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(w => w.Length)
        .Take(MostWords)];

    /// <summary>
    /// Those of whom every word begins a word. The limit takes nobody away: it has PostgreSQL begin with the words, where it would go
    /// through the city by the alphabet until a page is full.
    /// </summary>
    public static IQueryable<Person> Matching(TupaDb db, IReadOnlyList<string> words)
    {
        IQueryable<Person> people = db.Set<Person>();
        foreach (var word in words)
        {
            var after = Fold.After(word);
            var with = db.Set<NameWord>().Where(w => w.Word.CompareTo(word) >= 0 && w.Word.CompareTo(after) < 0).Select(w => w.Person);
            people = people.Where(p => with.Contains(p.Id));
        }

        return people.Take(int.MaxValue);
    }
}
