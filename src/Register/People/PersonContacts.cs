using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>By what a person signs in and is written to.</summary>
/// <param name="Name">The name, for the people who answer for the person: it is not withheld here. Check who asks first.</param>
/// <param name="UserId">From card A, else from B.</param>
/// <param name="StaffEmail">The e-mail of card A; pupils have none here.</param>
public sealed record PersonContact(PersonId Person, string Name, string? UserId, string? StaffEmail, string Language);

/// <summary>Reads contacts for the rooms that let people in. It knows no viewer: whoever calls it has permitted the reader already.</summary>
public sealed class PersonContacts(TupaDb db, TimeProvider clock)
{
    /// <summary>In the order of the Finnish alphabet; people without a card in sight are left out. One statement.</summary>
    public async Task<IReadOnlyList<PersonContact>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop = default)
    {
        if (people.Count == 0) return [];

        var now = clock.UtcNow();
        var rows = await (
            from person in db.Set<Person>().Where(p => people.Contains(p.Id))
            from a in db.Set<CardA>().Where(c => c.Person == person.Id && (c.HiddenAt == null || now < c.HiddenAt)).DefaultIfEmpty()
            from b in db.Set<CardB>().Where(c => c.Person == person.Id && (c.HiddenAt == null || now < c.HiddenAt)).DefaultIfEmpty()
            where a != null || b != null
            orderby person.SortKey, person.Id
            select new
            {
                person.Id,
                person.Language,
                Given = a!.GivenName ?? b!.GivenName,
                Family = a!.FamilyName ?? b!.FamilyName,
                UserId = a!.UserId ?? b!.UserId,
                a!.Email,
            }).ToListAsync(stop);
        return [.. rows.Select(r => new PersonContact(r.Id, $"{r.Given} {r.Family}", r.UserId, r.Email, r.Language))];
    }
}
