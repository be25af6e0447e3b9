using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// What a feed has said until now, read back from what the register keeps of it: its records, the values that came from them, the
/// assignments they keep up and the groups it has made. A value that another source holds up is not among them.
/// </summary>
internal sealed class FeedMemory(TupaDb db, TimeProvider clock) : IFeedMemory
{
    public async Task<IReadOnlyDictionary<string, FedPerson>> PeopleAsync(Source source, string feed, IReadOnlyCollection<string> keys, CancellationToken stop)
    {
        var records = await db.Set<SourceRecord>().AsNoTracking()
            .Where(r => r.Source == source && r.Feed == feed && keys.Contains(r.Key) && r.State == RecordState.Live && r.Person != null).ToListAsync(stop);
        if (records.Count == 0) return new Dictionary<string, FedPerson>();

        var places = await Places.ReadAsync(db, source, feed, [], stop);
        var groups = places.Groups.ToDictionary(g => g.Id);
        var duties = await db.Set<Group>().AsNoTracking().Where(g => g.Kind == GroupKind.Duty && g.Code != null).ToDictionaryAsync(g => g.Id, g => g.Code!, stop);
        var (ids, people) = (records.ConvertAll(r => r.Id), records.ConvertAll(r => r.Person!.Value));
        var kept = await new PresentReading(db, clock).KeptAsync(ids, clock.UtcNow(), stop);
        var a = await db.Set<CardA>().AsNoTracking().Where(c => people.Contains(c.Person)).ToDictionaryAsync(c => c.Person, stop);
        var b = await db.Set<CardB>().AsNoTracking().Where(c => people.Contains(c.Person)).ToDictionaryAsync(c => c.Person, stop);
        var given = (await db.Set<Origin>().AsNoTracking().Where(o => ids.Contains(o.SourceRecord)).Select(o => new { o.SourceRecord, o.Card, o.Column }).ToListAsync(stop)).ToLookup(o => o.SourceRecord);

        return records.ToDictionary(r => r.Key, r =>
        {
            var card = source == Source.Schools ? Card.B : Card.A;
            var own = given[r.Id].Where(o => o.Card == card).Select(o => o.Column).ToHashSet(StringComparer.Ordinal);
            return Said(r, card, column => Value(card, column), own) with
            {
                Assignments = [.. kept[r.Id].Select(k => Said(k, places, groups, duties)).OrderBy(k => k.Key, StringComparer.Ordinal)],
            };

            string? Value(Card of, string column) => of == Card.A
                ? a.GetValueOrDefault(r.Person!.Value) is { } cardA ? CardColumns.Value(cardA, column) : null
                : b.GetValueOrDefault(r.Person!.Value) is { } cardB ? CardColumns.Value(cardB, column) : null;
        }, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<string, FedGroup>> GroupsAsync(Source source, string feed, IReadOnlyCollection<string> keys, CancellationToken stop)
    {
        if (keys.Count == 0) return new Dictionary<string, FedGroup>();

        var places = await Places.ReadAsync(db, source, feed, [], stop);
        return keys.Distinct(StringComparer.Ordinal).Select(k => (Key: k, Group: places.GroupOf(k))).Where(g => g.Group is not null)
            .ToDictionary(g => g.Key, g => new FedGroup(g.Key, g.Group!.Kind, g.Group.NameFi, CodeOf(g.Group.Unit, places), g.Group.NameSv), StringComparer.Ordinal);
    }

    /// <summary>A name stands whoever gave it, for nobody is without; of the rest only what this feed gave.</summary>
    private static FedPerson Said(SourceRecord record, Card card, Func<string, string?> value, HashSet<string> own)
    {
        return new(record.Key, card, value("given_name") ?? "", value("family_name") ?? "", [])
        {
            UserId = Own("user_id"),
            Email = Own("email"),
            Phone = Own("phone"),
            WorkAddress = Own("work_address"),
            Organisation = Own("organisation"),
            School = value("institution_code"),
            ClassName = Own("class_name"),
            Role = value("role") is { } role ? Enum.Parse<SchoolRole>(role) : null,
            Shielded = own.Contains(CardColumns.Shielded) ? true : null,
        };

        string? Own(string column) => own.Contains(column) ? value(column) : null;
    }

    private static FedAssignment Said(Kept kept, Places places, Dictionary<GroupId, Places.GroupRead> groups, Dictionary<GroupId, string> duties)
    {
        var (assignment, own) = (kept.Assignment, kept.Groups);
        return new(assignment.Key ?? "", assignment.Population, assignment.Kind, assignment.FirstDay, assignment.LastDay, CodeOf(assignment.Unit, places),
            assignment.Organ is { } organ && groups.TryGetValue(organ, out var group) ? places.KeyOf(group) : null,
            assignment.Duty is { } duty ? duties.GetValueOrDefault(duty) : null)
        {
            Groups = [.. own.Where(groups.ContainsKey).Select(g => places.KeyOf(groups[g])).Order(StringComparer.Ordinal)],
        };
    }

    private static string? CodeOf(UnitId? unit, Places places) => unit is { } id ? places.Unit(id)?.Code ?? id.ToString() : null;
}
