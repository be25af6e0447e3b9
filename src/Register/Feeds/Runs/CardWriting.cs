using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A record that has been heard: whose it is, and what came of it.</summary>
internal sealed record Heard(PersonPlan Plan, PersonId Person, SourceRecord Record, bool IsNew);

/// <summary>Writes people, records, cards and origins of a set of plans, inside a writing.</summary>
internal sealed class CardWriting(TupaDb db, Writing writing, IBulk bulk, TimeProvider clock)
{
    public async Task<List<Heard>> WriteAsync(Batch batch, IReadOnlyList<PersonPlan> plans, IReadOnlyDictionary<string, byte[]?> digests, DateTime now, CancellationToken stop)
    {
        var heard = new List<Heard>(plans.Count);
        var fresh = new List<Heard>();
        foreach (var plan in plans)
        {
            if (plan.Present.Person is null && plan.Kind != StagedKind.New) continue;

            var person = plan.Present.Person?.Id ?? PersonId.New();
            var record = plan.Present.Record ?? new()
            {
                Id = SourceRecordId.New(),
                Source = batch.Source,
                Feed = batch.Feed,
                Key = plan.Told.Key,
                Person = person,
                LastBatch = batch.Id.Value,
                Said = plan.InPart ? null : digests[plan.Told.Key],
            };
            var one = new Heard(plan, person, record, IsNew: plan.Present.Person is null);
            heard.Add(one);
            if (one.IsNew) fresh.Add(one);
            else await ChangeAsync(batch, one, now);
        }

        await writing.FlushAsync(stop);
        await AddAsync(batch, fresh, now, stop);
        return heard;
    }

    /// <summary>Those who were not here before: all rows of a kind at once.</summary>
    private async Task AddAsync(Batch batch, List<Heard> fresh, DateTime now, CancellationToken stop)
    {
        if (fresh.Count == 0) return;

        await bulk.InsertAsync(db, fresh.Select(h => new Person
        {
            Id = h.Person,
            CreatedAt = clock.UtcNow(),
            Shielded = h.Plan.Shield ?? false,
            SortKey = PersonNaming.SortKey(h.Plan.Told.GivenName, h.Plan.Told.FamilyName),
        }), stop);

        // A record that waited for its person is here already, and is tied to it now.
        await bulk.InsertAsync(db, fresh.Where(h => h.Plan.Present.Record is null).Select(h => h.Record), stop);
        db.AttachRange(fresh.Where(h => h.Plan.Present.Record is null).Select(h => h.Record));
        foreach (var one in fresh) one.Record.Person = one.Person;
        await writing.FlushAsync(stop);

        await bulk.InsertAsync(db, fresh.Where(h => h.Plan.Told.Card == Card.A).Select(NewA), stop);
        await bulk.InsertAsync(db, fresh.Where(h => h.Plan.Told.Card == Card.B).Select(NewB), stop);
        await bulk.InsertAsync(db, fresh.SelectMany(h => Columns(h.Plan).Select(c => New(batch, h, c, now))), stop);
    }

    private Task ChangeAsync(Batch batch, Heard one, DateTime now)
    {
        var (plan, card) = (one.Plan, one.Plan.Told.Card);
        if (plan.Present.Record is null) db.Add(one.Record);
        one.Record.Person = one.Person;
        foreach (var correction in plan.Settled) correction.State = CorrectionState.Settled;
        if (!plan.Present.HasCard(card) && plan.Values.Count > 0)
        {
            if (card == Card.A) db.Add(NewA(one));
            else db.Add(NewB(one));
        }

        foreach (var change in plan.Values)
        {
            if (plan.Present.A is { } a && card == Card.A) CardColumns.Set(a, change.Column, change.Value);
            if (plan.Present.B is { } b && card == Card.B) CardColumns.Set(b, change.Column, change.Value);
            Originate(batch, one, change.Column, change.Value is not null, now);
        }

        if (plan.Shield is { } shield)
        {
            plan.Present.Person!.Shielded = shield;
            Originate(batch, one, CardColumns.Shielded, shield, now);
        }

        if (plan.Values.Any(v => v.Column is "given_name" or "family_name")) plan.Present.Person!.SortKey = SortKey(one);
        return Task.CompletedTask;
    }

    private void Originate(Batch batch, Heard one, string column, bool stands, DateTime now)
    {
        if (one.Plan.Present.Origins.TryGetValue(column, out var origin))
        {
            if (stands) (origin.Row.SourceRecord, origin.Row.Batch, origin.Row.ReceivedAt) = (one.Record.Id, batch.Id.Value, batch.HeardAt);
            else db.Remove(origin.Row);
        }
        else if (stands)
        {
            db.Add(New(batch, one, column, now));
        }
    }

    /// <summary>Card A's name before card B's, as everywhere.</summary>
    private static byte[] SortKey(Heard one)
    {
        string Name(string column) => one.Plan.Told.Card == Card.A || one.Plan.Present.A is null
            ? one.Plan.Values.LastOrDefault(v => v.Column == column)?.Value ?? one.Plan.Present.Value(one.Plan.Told.Card, column) ?? ""
            : CardColumns.Value(one.Plan.Present.A, column) ?? "";
        return PersonNaming.SortKey(Name("given_name"), Name("family_name"));
    }

    private static CardA NewA(Heard one)
    {
        var card = new CardA { Person = one.Person, GivenName = "", FamilyName = "", Organisation = "" };
        foreach (var value in one.Plan.Values) CardColumns.Set(card, value.Column, value.Value);
        return card;
    }

    private static CardB NewB(Heard one)
    {
        var card = new CardB { Person = one.Person, GivenName = "", FamilyName = "", School = default, InstitutionCode = "", Role = SchoolRole.Pupil };
        foreach (var value in one.Plan.Values) CardColumns.Set(card, value.Column, value.Value);
        return card;
    }

    private static IEnumerable<string> Columns(PersonPlan plan) => plan.Values.Select(v => v.Column).Concat(plan.Shield == true ? [CardColumns.Shielded] : []);

    private static Origin New(Batch batch, Heard one, string column, DateTime now) => new()
    {
        Person = one.Person,
        Card = one.Plan.Told.Card,
        Column = column,
        SourceRecord = one.Record.Id,
        Batch = batch.Id.Value,
        ReceivedAt = batch.HeardAt < now ? batch.HeardAt : now,
    };
}
