using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Makes one card of two, column by column, by whose word counts (<see cref="Contest"/>): the same that the sources would have made of it, had they told it of one person.</summary>
internal sealed class CardJoin(TupaDb db, Writing writing, IBulk bulk)
{
    /// <summary>Inside a writing. The user ID of the one who is kept stays: by it a human signs in tomorrow.</summary>
    public async Task JoinAsync(JoiningId joining, PersonId kept, PersonId lost, CancellationToken stop)
    {
        var origins = (await db.Set<Origin>().AsNoTracking().Where(o => o.Person == kept || o.Person == lost)
            .Join(db.Set<SourceRecord>(), o => o.SourceRecord, r => r.Id, (o, r) => new { Row = o, r.Source, r.State }).ToListAsync(stop))
            .ToDictionary(o => (o.Row.Person, o.Row.Card, CardsRead.Column(o.Row.Column)), o => (o.Row, Standing: new Standing(o.Source, o.Row.SourceRecord, o.State == RecordState.Live, o.Row.ReceivedAt)));
        var held = (await db.Set<Correction>().AsNoTracking().Where(c => c.Person == kept && c.State == CorrectionState.Corrected).Select(c => new { c.Card, c.Column }).ToListAsync(stop))
            .ConvertAll(c => (c.Card, CardsRead.Column(c.Column))).ToHashSet();
        var (result, noted) = (new List<Origin>(), new List<JoiningValue>());

        var a = await db.Set<CardA>().Where(c => c.Person == kept || c.Person == lost).ToDictionaryAsync(c => c.Person, stop);
        var (ownA, otherA) = (a.GetValueOrDefault(kept), a.GetValueOrDefault(lost));
        Note(Card.A, kept, ownA is null ? null : c => CardColumns.Value(ownA, c));
        Note(Card.A, lost, otherA is null ? null : c => CardColumns.Value(otherA, c));
        if (ownA is null && otherA is not null) db.Add(ownA = new() { Person = kept, GivenName = "", FamilyName = "", Organisation = "", HiddenAt = otherA.HiddenAt });
        Merge(Card.A, c => ownA is null ? null : CardColumns.Value(ownA, c), c => otherA is null ? null : CardColumns.Value(otherA, c), (c, v) => CardColumns.Set(ownA!, c, v));
        if (otherA is not null) db.Remove(otherA);

        var b = await db.Set<CardB>().Where(c => c.Person == kept || c.Person == lost).ToDictionaryAsync(c => c.Person, stop);
        var (ownB, otherB) = (b.GetValueOrDefault(kept), b.GetValueOrDefault(lost));
        Note(Card.B, kept, ownB is null ? null : c => CardColumns.Value(ownB, c));
        Note(Card.B, lost, otherB is null ? null : c => CardColumns.Value(otherB, c));
        if (otherB is not null)
        {
            // A role and a school of nobody would be said to stand: an empty card takes the other whole.
            if (ownB is null) db.Add(ownB = new() { Person = kept, GivenName = "", FamilyName = "", School = otherB.School, InstitutionCode = otherB.InstitutionCode, Role = otherB.Role, HiddenAt = otherB.HiddenAt });
            db.Remove(otherB);
        }

        Merge(Card.B, c => ownB is null ? null : CardColumns.Value(ownB, c), c => otherB is null ? null : CardColumns.Value(otherB, c), (c, v) => CardColumns.Set(ownB!, c, v));
        await writing.FlushAsync(stop);
        await db.Set<Origin>().Where(o => o.Person == kept || o.Person == lost).ExecuteDeleteAsync(stop);
        await bulk.InsertAsync(db, result, stop);
        await bulk.InsertAsync(db, noted, stop);

        void Note(Card card, PersonId of, Func<string, string?>? value)
        {
            if (value is not null) noted.AddRange(JoiningValue.Of(joining, of == lost, card, value, c => origins.TryGetValue((of, card, c), out var said) ? said.Row : null));
        }

        void Merge(Card card, Func<string, string?> own, Func<string, string?> other, Action<string, string?> set)
        {
            foreach (var column in CardColumns.Of(card))
            {
                (Origin Row, Standing Standing)? mine = origins.TryGetValue((kept, card, column), out var stands) ? stands : null, theirs = origins.TryGetValue((lost, card, column), out var said) ? said : null;
                var takes = Takes(card, column, own(column), other(column), mine?.Standing, theirs?.Standing, held.Contains((card, column)));
                if (takes) set(column, other(column));
                if ((takes ? theirs : mine) is { } origin) result.Add(Of(kept, origin.Row, column));
            }

            // Whoever is shielded by one source is shielded.
            if (origins.TryGetValue((kept, card, CardColumns.Shielded), out var shield) || origins.TryGetValue((lost, card, CardColumns.Shielded), out shield)) result.Add(Of(kept, shield.Row, CardColumns.Shielded));
        }
    }

    /// <summary>Pure: whether the value of the one who is lost takes the place of the other's, or at least where it came from.</summary>
    internal static bool Takes(Card card, string column, string? own, string? other, Standing? mine, Standing? theirs, bool held)
    {
        if (string.IsNullOrEmpty(other)) return false;
        if (string.IsNullOrEmpty(own)) return true;
        if (column == "user_id" || held || theirs is null) return mine is null && theirs is not null && own == other;
        if (!theirs.Live) return mine is null || (!mine.Live && theirs.ReceivedAt > mine.ReceivedAt);

        return Contest.Of(card, column, theirs.Source, theirs.Record, theirs.ReceivedAt, other, own, mine) != Outcome.Stays;
    }

    private static Origin Of(PersonId person, Origin origin, string column) => new()
    {
        Person = person,
        Card = origin.Card,
        Column = column,
        SourceRecord = origin.SourceRecord,
        Batch = origin.Batch,
        ReceivedAt = origin.ReceivedAt,
    };
}
