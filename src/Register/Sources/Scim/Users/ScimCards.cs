using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What is to stand on a card at the word of the directory.</summary>
internal sealed record ScimSaid(PersonId Person, SourceRecordId Record, ScimUser User);

/// <summary>
/// Writes card A at the word of the directory: what it gave before and what nobody gave. What stands there from another source stays.
/// </summary>
internal sealed class ScimCards(TupaDb db, Writing writing, TimeProvider clock)
{
    private static readonly IReadOnlyList<(string Column, Func<CardA, string?> Read, Action<CardA, string?> Write)> Columns =
    [
        ("given_name", c => c.GivenName, (c, v) => c.GivenName = v ?? ""),
        ("family_name", c => c.FamilyName, (c, v) => c.FamilyName = v ?? ""),
        ("user_id", c => c.UserId, (c, v) => c.UserId = v),
        ("email", c => c.Email, (c, v) => c.Email = v),
        ("phone", c => c.Phone, (c, v) => c.Phone = v),
        ("work_address", c => c.WorkAddress, (c, v) => c.WorkAddress = v),
        ("organisation", c => c.Organisation, (c, v) => c.Organisation = v ?? ""),
    ];

    /// <summary>Inside a writing; a fixed number of statements, and the rows. Makes the cards that are not there yet.</summary>
    /// <param name="city">What stands as the organisation where the directory names none.</param>
    public async Task WriteAsync(IReadOnlyList<ScimSaid> said, string city, Guid batch, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        var people = said.Select(s => s.Person).ToList();
        var cards = await db.Set<CardA>().Where(c => people.Contains(c.Person)).ToDictionaryAsync(c => c.Person, stop);
        var origins = (await db.Set<Origin>().Where(o => people.Contains(o.Person) && o.Card == Card.A)
                .Join(db.Set<SourceRecord>(), o => o.SourceRecord, r => r.Id, (o, r) => new { Origin = o, r.Source }).ToListAsync(stop))
            .ToDictionary(o => (o.Origin.Person, o.Origin.Column), o => (o.Origin, o.Source));
        var rows = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);

        foreach (var one in said)
        {
            if (!cards.TryGetValue(one.Person, out var card))
            {
                card = new CardA { Person = one.Person, GivenName = "", FamilyName = "", Organisation = "" };
                db.Add(card);
            }

            foreach (var (column, read, write) in Columns)
            {
                var (origin, source) = origins.GetValueOrDefault((one.Person, column));
                if (origin is not null && source != Source.Scim) continue;
                if (Put(card, read, write, Value(one.User, column, city))) Note(one, column, read(card), origin, batch);
            }

            rows[one.Person].SortKey = PersonNaming.SortKey(card.GivenName, card.FamilyName);
        }

        await writing.FlushAsync(stop);
    }

    private static bool Put(CardA card, Func<CardA, string?> read, Action<CardA, string?> write, string? value)
    {
        if (read(card) == value) return false;

        write(card, value);
        return true;
    }

    /// <summary>Where the value came from; nothing comes from anywhere where there is none.</summary>
    private void Note(ScimSaid said, string column, string? value, Origin? origin, Guid batch)
    {
        if (string.IsNullOrEmpty(value))
        {
            if (origin is not null) db.Remove(origin);
            return;
        }

        if (origin is null)
        {
            db.Add(new Origin { Person = said.Person, Card = Card.A, Column = column, SourceRecord = said.Record, Batch = batch, ReceivedAt = clock.UtcNow() });
            return;
        }

        (origin.SourceRecord, origin.Batch, origin.ReceivedAt) = (said.Record, batch, clock.UtcNow());
    }

    private static string? Value(ScimUser user, string column, string city) => column switch
    {
        "given_name" => user.GivenName,
        "family_name" => user.FamilyName,
        "user_id" => user.UserName,
        "email" => user.Email,
        "phone" => user.Phone,
        "work_address" => user.WorkAddress,
        _ => user.Organization ?? user.Department ?? city,
    };
}
