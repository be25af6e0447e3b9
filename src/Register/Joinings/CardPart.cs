using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Makes two cards of one: each has what stood on it before they were joined (<see cref="JoiningValue"/>), but for what a source has said
/// since, and what these records say goes with them. Where nothing was noted, a card has of what it cannot be without what stands now, until a
/// source says it anew. No value is guessed: an address, a number or a user ID that is not theirs by its origin stays where it is.
/// </summary>
internal sealed class CardPart(TupaDb db, Writing writing, IBulk bulk)
{
    /// <summary>Inside a writing, once the assignments have gone.</summary>
    public async Task PartAsync(JoiningId joining, PersonId kept, PersonId parted, IReadOnlyCollection<SourceRecordId> records, CancellationToken stop)
    {
        var origins = await db.Set<Origin>().AsNoTracking().Where(o => o.Person == kept).ToListAsync(stop);
        var joinedAt = await db.Set<Joining>().AsNoTracking().Where(j => j.Id == joining).Select(j => j.JoinedAt).SingleAsync(stop);
        var noted = await db.Set<JoiningValue>().AsNoTracking().Where(v => v.Joining == joining).ToListAsync(stop);
        var populations = (await db.Set<Assignment>().AsNoTracking().Where(a => a.Person == kept || a.Person == parted).Select(a => new { a.Person, a.Population }).Distinct().ToListAsync(stop))
            .ToLookup(a => a.Person, a => a.Population == Population.Pupil ? Card.B : Card.A);
        var a = await db.Set<CardA>().SingleOrDefaultAsync(c => c.Person == kept, stop);
        var b = await db.Set<CardB>().SingleOrDefaultAsync(c => c.Person == kept, stop);
        var (ofA, ofB) = (Of(Card.A, c => a is null ? null : CardColumns.Value(a, c)), Of(Card.B, c => b is null ? null : CardColumns.Value(b, c)));
        var (wantsA, wantsB) = (Wants(Card.A, ofA), Wants(Card.B, ofB));
        var goesA = a is not null && b is not null && WasAnothers(Card.A);

        // Nobody is without a card: by it one is found and named.
        if (a is not null && (wantsA || b is null || !wantsB))
        {
            var card = new CardA { Person = parted, GivenName = "", FamilyName = "", Organisation = "" };
            foreach (var column in ofA) CardColumns.Set(card, column.Name, column.Parted);
            foreach (var column in ofA) CardColumns.Set(a, column.Name, column.Kept);
            db.Add(card);
            if (goesA) db.Remove(a);
        }

        if (b is not null && (wantsB || a is null))
        {
            var card = new CardB { Person = parted, GivenName = "", FamilyName = "", School = b.School, InstitutionCode = b.InstitutionCode, Role = b.Role };
            foreach (var column in ofB) CardColumns.Set(card, column.Name, column.Parted);
            foreach (var column in ofB) CardColumns.Set(b, column.Name, column.Kept);
            db.Add(card);
            if (a is not null && !goesA && WasAnothers(Card.B)) db.Remove(b);
        }

        await writing.FlushAsync(stop);
        await OriginsAsync(kept, parted, records, [.. ofA, .. ofB], stop);

        List<PartedColumn> Of(Card card, Func<string, string?> stands) => [.. CardColumns.Of(card).Select(c => PartedColumn.Of(
            card, c, stands(c), origins.Find(o => o.Card == card && CardsRead.Column(o.Column) == c), Noted(card, c, ofLost: false), Noted(card, c, ofLost: true), records, noted.Count > 0 ? joinedAt : null))];

        JoiningValue? Noted(Card card, string column, bool ofLost) => noted.Find(v => v.OfLost == ofLost && v.Card == card && v.Column == column);

        bool Wants(Card card, List<PartedColumn> columns) => columns.Exists(c => c.IsTheirs) || noted.Exists(v => v.OfLost && v.Card == card) || populations[parted].Contains(card);

        // A card that nobody but these records has filled, and that was not there before, was never the other's.
        bool WasAnothers(Card card) => (noted.Count > 0 ? !noted.Exists(v => !v.OfLost && v.Card == card) : card == Card.B)
            && !populations[kept].Contains(card) && origins.TrueForAll(o => o.Card != card || records.Contains(o.SourceRecord));
    }

    /// <summary>Each value is again of whoever had said it, where that record is still this person's.</summary>
    private async Task OriginsAsync(PersonId kept, PersonId parted, IReadOnlyCollection<SourceRecordId> records, List<PartedColumn> columns, CancellationToken stop)
    {
        var cards = (await db.Set<CardA>().Where(c => c.Person == kept || c.Person == parted).Select(c => new { c.Person, Card = Card.A }).ToListAsync(stop))
            .Concat(await db.Set<CardB>().Where(c => c.Person == kept || c.Person == parted).Select(c => new { c.Person, Card = Card.B }).ToListAsync(stop))
            .Select(c => (c.Person, c.Card)).ToHashSet();
        var own = (await db.Set<SourceRecord>().Where(r => r.Person == kept).Select(r => r.Id).ToListAsync(stop)).ToHashSet();
        var shields = await db.Set<Origin>().AsNoTracking().Where(o => o.Person == kept && o.Column == CardColumns.Shielded).ToListAsync(stop);
        await db.Set<Origin>().Where(o => o.Person == kept).ExecuteDeleteAsync(stop);

        var result = columns.SelectMany(c => new[] { c.OriginFor(kept, parted: false, own), c.OriginFor(parted, parted: true, records) }).OfType<Origin>().Where(o => cards.Contains((o.Person, o.Card)));
        var shielding = shields.Select(o => PartedColumn.Again(o, records.Contains(o.SourceRecord) ? parted : kept));
        await bulk.InsertAsync(db, result.Concat(shielding), stop);
    }
}
