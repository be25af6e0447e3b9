using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One stored attribute of a person, as it is shown to the person.</summary>
/// <param name="Field">The property on its card, or <see cref="Groups"/> and <see cref="TeachingGroups"/>.</param>
/// <param name="Source">Null where the house itself derived it from the person's assignments.</param>
/// <param name="ReceivedAt">Null where no batch is on record.</param>
/// <param name="SeenBy">Who else sees it, in words to the person.</param>
/// <param name="Until">How long, in words to the person.</param>
public sealed record SummaryRow(Card Card, string Field, Text Label, string Value, Source? Source, DateTime? ReceivedAt, Text SeenBy, Text Until)
{
    public const string Groups = "Groups";
    public const string TeachingGroups = "TeachingGroups";
}

/// <summary>Everything the registers hold of one person, value by value: for /me and for the article 14 notice.</summary>
public sealed class PersonalSummary(TupaDb db, TimeProvider clock)
{
    /// <summary>The attributes of both cards that have a value, in the order of the statement. Two statements.</summary>
    public async Task<IReadOnlyList<SummaryRow>> OfAsync(PersonId person, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var cards = await CardsRead.OneAsync(db.Set<Person>().Where(p => p.Id == person), db, now, stop);
        return cards is null ? [] : SummaryRows.Of(cards, (await GroupsRead.OfAsync(person, person, db, now, stop)).Now);
    }
}
