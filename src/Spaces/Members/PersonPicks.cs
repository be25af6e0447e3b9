using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Ui.Fields;

namespace Tupa.Spaces;

/// <summary>Whom somebody meant by what they typed: one person, or the few between whom they must choose.</summary>
/// <param name="Error">What to say beside the field; null where it is one person, or nothing was typed.</param>
internal sealed record PersonPick(PersonId? Person, IReadOnlyList<Choice> Choices, Text? Error)
{
    public static readonly PersonPick None = new(null, [], null);
}

/// <summary>Finds the person a form means, among those whom the one who fills it in may see.</summary>
internal sealed class PersonPicks(TupaDb db, PeopleSeen seen, PeopleSearch search, TimeProvider clock)
{
    private const int MostChoices = 7;

    /// <param name="chosen">The one chosen among several, when the form came back before.</param>
    public async Task<PersonPick> PickAsync(string? typed, Guid? chosen, Actor by, CancellationToken stop)
    {
        if (chosen is { } id)
        {
            var person = new PersonId(id);
            return await seen.By(by).AnyAsync(p => p == person, stop)
                ? PersonPick.None with { Person = person }
                : PersonPick.None with { Error = MemberText.PersonUnknown };
        }

        if (string.IsNullOrWhiteSpace(typed)) return PersonPick.None;

        var found = await search.FindAsync(typed, by, MostChoices, stop: stop);
        return found switch
        {
            [] => PersonPick.None with { Error = MemberText.PersonUnknown },
            [var one] => PersonPick.None with { Person = one.Id },
            _ => new(null, [.. found.Select(p => new Choice(p.Id.ToString(), p.Unit is null ? p.Name : $"{p.Name}, {p.Unit}"))], MemberText.PersonMany),
        };
    }

    /// <summary>Whether the person is in the service of the city now: only such a person may keep a space.</summary>
    public Task<bool> IsStaffAsync(PersonId person, CancellationToken stop)
    {
        var now = clock.UtcNow();
        return db.Set<Membership>().AnyAsync(m => m.Person == person && m.Group == GroupId.Staff && m.FromUtc <= now && now < m.UntilUtc, stop);
    }
}
