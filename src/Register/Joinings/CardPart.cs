using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Makes two cards of one: what these records said goes with them, and what a card cannot be without stands on both until a source says
/// it anew. No value is guessed: an address, a number or a user ID that is not theirs by its origin stays where it is.
/// </summary>
internal sealed class CardPart(TupaDb db, Writing writing, IBulk bulk)
{
    /// <summary>Inside a writing, once the assignments have gone.</summary>
    public async Task PartAsync(PersonId kept, PersonId parted, IReadOnlyCollection<SourceRecordId> records, CancellationToken stop)
    {
        var origins = await db.Set<Origin>().AsNoTracking().Where(o => o.Person == kept).ToListAsync(stop);
        var theirs = origins.FindAll(o => records.Contains(o.SourceRecord));
        var populations = await db.Set<Assignment>().AsNoTracking().Where(a => a.Person == parted).Select(a => a.Population).Distinct().ToListAsync(stop);
        var a = await db.Set<CardA>().SingleOrDefaultAsync(c => c.Person == kept, stop);
        var b = await db.Set<CardB>().SingleOrDefaultAsync(c => c.Person == kept, stop);
        var (wantsA, wantsB) = (Wants(Card.A), Wants(Card.B));

        // Nobody is without a card: by it one is found and named.
        if (a is not null && (wantsA || b is null || !wantsB))
        {
            var card = new CardA { Person = parted, GivenName = "", FamilyName = "", Organisation = "" };
            foreach (var column in Given(Card.A)) CardColumns.Set(card, column, CardColumns.Value(a, column));
            foreach (var column in LetGo(Card.A)) CardColumns.Set(a, column, null);
            db.Add(card);
        }

        if (b is not null && (wantsB || a is null))
        {
            var card = new CardB { Person = parted, GivenName = "", FamilyName = "", School = b.School, InstitutionCode = b.InstitutionCode, Role = b.Role };
            foreach (var column in Given(Card.B)) CardColumns.Set(card, column, CardColumns.Value(b, column));
            foreach (var column in LetGo(Card.B)) CardColumns.Set(b, column, null);
            db.Add(card);

            // A card of education that nobody but these records has filled was never the other's.
            if (a is not null && origins.TrueForAll(o => o.Card != Card.B || records.Contains(o.SourceRecord))) db.Remove(b);
        }

        await writing.FlushAsync(stop);
        await db.Set<Origin>().Where(o => o.Person == kept && records.Contains(o.SourceRecord)).ExecuteDeleteAsync(stop);
        await bulk.InsertAsync(db, theirs.Select(o => new Origin { Person = parted, Card = o.Card, Column = o.Column, SourceRecord = o.SourceRecord, Batch = o.Batch, ReceivedAt = o.ReceivedAt }), stop);

        bool Wants(Card card) => theirs.Exists(o => o.Card == card) || populations.Exists(p => p == Population.Pupil == (card == Card.B));
        bool Theirs(Card card, string column) => theirs.Exists(o => o.Card == card && CardsRead.Column(o.Column) == column);
        IEnumerable<string> Given(Card card) => CardColumns.Of(card).Where(c => !CardColumns.MayBeEmpty(c) || Theirs(card, c));
        IEnumerable<string> LetGo(Card card) => CardColumns.Of(card).Where(c => CardColumns.MayBeEmpty(c) && Theirs(card, c));
    }
}
