using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What is to stand on a card at the word of the directory.</summary>
/// <param name="Made">The person is made in this very writing: nothing is on record of them that would have to be read.</param>
internal sealed record ScimSaid(PersonId Person, SourceRecordId Record, ScimUser User, bool Made = false);

/// <summary>
/// Writes card A at the word of the directory, by the house's one rule of whose word counts (<see cref="Contest"/>). What a steward has
/// put right waits until the directory says it too.
/// </summary>
internal sealed class ScimCards(TupaDb db, Writing writing, IBulk bulk, RecordEnds ends, TimeProvider clock)
{
    /// <summary>Inside a writing; a fixed number of statements, and the rows. Makes the cards that are not there yet.</summary>
    /// <param name="city">What stands as the organisation where the directory names none.</param>
    public async Task WriteAsync(IReadOnlyList<ScimSaid> said, string city, Guid batch, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        var (cards, origins, held, rows) = await StandingAsync(said.Where(s => !s.Made).Select(s => s.Person).ToList(), stop);
        var now = clock.UtcNow();
        var freed = new HashSet<PersonId>();
        var (ofMade, ofOthers) = (new List<Origin>(), new List<Origin>());
        foreach (var one in said)
        {
            if (!cards.TryGetValue(one.Person, out var card))
            {
                card = new CardA { Person = one.Person, GivenName = "", FamilyName = "", Organisation = "" };
                db.Add(card);
            }

            foreach (var column in CardColumns.Of(Card.A))
            {
                var (value, stands) = (Value(one.User, column, city), CardColumns.Value(card, column));
                if (held.TryGetValue((one.Person, column), out var correction))
                {
                    if (value == stands) correction.State = CorrectionState.Settled;
                    continue;
                }

                var (origin, standing) = origins.GetValueOrDefault((one.Person, column));
                if (string.IsNullOrEmpty(value))
                {
                    if (standing?.Record != one.Record || !CardColumns.MayBeEmpty(column)) continue;
                    CardColumns.Set(card, column, null);
                    db.Remove(origin);
                    freed.Add(one.Person);
                    continue;
                }

                var outcome = string.IsNullOrEmpty(stands) ? Outcome.Takes : Contest.Of(Card.A, column, Source.Scim, one.Record, now, value, stands, standing);
                if (outcome == Outcome.Stays) continue;

                CardColumns.Set(card, column, value);
                if (origin is not null) (origin.SourceRecord, origin.Batch, origin.ReceivedAt) = (one.Record, batch, now);
                else (one.Made ? ofMade : ofOthers).Add(new() { Person = one.Person, Card = Card.A, Column = column, SourceRecord = one.Record, Batch = batch, ReceivedAt = now });
            }

            if (!one.Made) rows[one.Person].SortKey = PersonNaming.SortKey(card.GivenName, card.FamilyName);
        }

        db.AddRange(ofOthers);
        await writing.FlushAsync(stop);
        await bulk.InsertAsync(db, ofMade, stop);
        await ends.HearOthersAsync(freed, [.. said.Select(s => s.Record)], stop);
    }

    /// <summary>What is on record of these people: four statements, none where there are none.</summary>
    private async Task<OnRecord> StandingAsync(List<PersonId> people, CancellationToken stop)
    {
        if (people.Count == 0) return new([], [], [], []);

        var cards = await db.Set<CardA>().Where(c => people.Contains(c.Person)).ToDictionaryAsync(c => c.Person, stop);
        var origins = (await db.Set<Origin>().Where(o => people.Contains(o.Person) && o.Card == Card.A)
                .Join(db.Set<SourceRecord>(), o => o.SourceRecord, r => r.Id, (o, r) => new { Origin = o, r.Source, r.State }).ToListAsync(stop))
            .ToDictionary(o => (o.Origin.Person, o.Origin.Column), o => (Row: o.Origin, Standing: new Standing(o.Source, o.Origin.SourceRecord, o.State == RecordState.Live, o.Origin.ReceivedAt)));
        var held = (await db.Set<Correction>().Where(c => people.Contains(c.Person) && c.Card == Card.A && c.State == CorrectionState.Corrected).ToListAsync(stop))
            .DistinctBy(c => (c.Person, c.Column)).ToDictionary(c => (c.Person, c.Column));
        return new(cards, origins, held, await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop));
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

    private sealed record OnRecord(
        Dictionary<PersonId, CardA> Cards, Dictionary<(PersonId Person, string Column), (Origin Row, Standing Standing)> Origins,
        Dictionary<(PersonId Person, string Column), Correction> Held, Dictionary<PersonId, Person> Rows);
}
