using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>An assignment that a record keeps up now, with the classes and teaching groups it gives.</summary>
internal sealed record Kept(Assignment Assignment, IReadOnlySet<GroupId> Groups);

/// <summary>How things stand with one record of a feed before it is heard.</summary>
internal sealed class Present
{
    public SourceRecord? Record { get; init; }

    /// <summary>Whose it is; <see cref="Match.Nobody"/> for somebody new.</summary>
    public required Match Match { get; init; }
    public Person? Person { get; init; }
    public CardA? A { get; init; }
    public CardB? B { get; init; }

    /// <summary>The values on record for the card that the feed fills, and where each came from.</summary>
    public IReadOnlyDictionary<string, (Origin Row, Standing Standing)> Origins { get; init; } = new Dictionary<string, (Origin, Standing)>();
    public IReadOnlyList<Kept> Assignments { get; init; } = [];

    /// <summary>Columns that a steward has corrected and that the source does not say right yet.</summary>
    public IReadOnlyDictionary<string, Correction> Held { get; init; } = new Dictionary<string, Correction>();

    public string? Value(Card card, string column) => card == Card.A
        ? A is { } a ? CardColumns.Value(a, column) : null
        : B is { } b ? CardColumns.Value(b, column) : null;

    public bool HasCard(Card card) => card == Card.A ? A is not null : B is not null;
}

/// <summary>Reads how things stand with the records of a feed, many at once: as many statements for a thousand as for one.</summary>
internal sealed class PresentReading(TupaDb db, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<string, Present>> OfAsync(
        Source source, string feed, IReadOnlyList<FedPerson> people, Matching matching, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var keys = people.Select(p => p.Key).ToList();
        var records = await db.Set<SourceRecord>().Where(r => r.Source == source && r.Feed == feed && keys.Contains(r.Key)).ToDictionaryAsync(r => r.Key, StringComparer.Ordinal, stop);
        var matches = await matching.OfAsync(source, feed, [.. people.Where(p => records.GetValueOrDefault(p.Key)?.Person is null)
            .Select(p => (p, records.GetValueOrDefault(p.Key)?.Id))], stop);
        var whose = people.ToDictionary(p => p.Key, p => records.GetValueOrDefault(p.Key)?.Person is { } own ? new Match(own, [], Clear: true) : matches[p.Key], StringComparer.Ordinal);

        var ids = whose.Values.Select(m => m.Person).OfType<PersonId>().Distinct().ToList();
        if (ids.Count == 0) return people.ToDictionary(p => p.Key, p => new Present { Record = records.GetValueOrDefault(p.Key), Match = whose[p.Key] }, StringComparer.Ordinal);

        var rows = await db.Set<Person>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var a = await db.Set<CardA>().Where(c => ids.Contains(c.Person)).ToDictionaryAsync(c => c.Person, stop);
        var b = await db.Set<CardB>().Where(c => ids.Contains(c.Person)).ToDictionaryAsync(c => c.Person, stop);
        var origins = (await db.Set<Origin>().Where(o => ids.Contains(o.Person))
            .Join(db.Set<SourceRecord>(), o => o.SourceRecord, r => r.Id, (o, r) => new { Origin = o, r.Source, r.State, r.Id }).ToListAsync(stop)).ToLookup(o => o.Origin.Person);
        var held = (await db.Set<Correction>().Where(c => ids.Contains(c.Person) && c.State == CorrectionState.Corrected).ToListAsync(stop)).ToLookup(c => c.Person);
        var kept = await KeptAsync([.. records.Values.Select(r => r.Id)], now, stop);

        return people.ToDictionary(p => p.Key, p =>
        {
            var record = records.GetValueOrDefault(p.Key);
            if (whose[p.Key].Person is not { } person) return new Present { Record = record, Match = whose[p.Key] };

            return new Present
            {
                Record = record,
                Match = whose[p.Key],
                Person = rows.GetValueOrDefault(person),
                A = a.GetValueOrDefault(person),
                B = b.GetValueOrDefault(person),
                Origins = origins[person].Where(o => o.Origin.Card == p.Card).ToDictionary(
                    o => o.Origin.Column, o => (o.Origin, new Standing(o.Source, o.Id, o.State == RecordState.Live, o.Origin.ReceivedAt)), StringComparer.Ordinal),
                Assignments = record is null ? [] : [.. kept[record.Id]],
                Held = held[person].Where(c => c.Card == p.Card).DistinctBy(c => c.Column).ToDictionary(c => c.Column, StringComparer.Ordinal),
            };
        }, StringComparer.Ordinal);
    }

    /// <summary>What these records keep up now. Two statements.</summary>
    public async Task<ILookup<SourceRecordId, Kept>> KeptAsync(List<SourceRecordId> records, DateTime now, CancellationToken stop)
    {
        if (records.Count == 0) return Array.Empty<Kept>().ToLookup(k => k.Assignment.Record!.Value);

        var assignments = await db.Set<Assignment>().AsNoTracking().Where(a => a.Record != null && records.Contains(a.Record.Value) && a.UntilUtc > now).ToListAsync(stop);
        var causes = assignments.ConvertAll(a => a.Id.Value);
        var groups = (await db.Set<GroupMember>().AsNoTracking().Where(m => causes.Contains(m.Cause) && m.UntilUtc > now)
            .Join(db.Set<Group>().Where(g => g.Kind == GroupKind.Class || g.Kind == GroupKind.Teaching), m => m.Group, g => g.Id, (m, g) => new { m.Cause, m.Group })
            .ToListAsync(stop)).ToLookup(m => m.Cause, m => m.Group);
        return assignments.ToLookup(a => a.Record!.Value, a => new Kept(a, groups[a.Id.Value].ToHashSet()));
    }
}
