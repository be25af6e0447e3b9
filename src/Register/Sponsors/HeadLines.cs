using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The heads of the city as those who could answer for a partner of a unit: its own, and those above it. They are few.</summary>
internal sealed class HeadLines
{
    private const int Deepest = 8;

    private readonly Dictionary<UnitId, (UnitId? Parent, Cover? Head)> _units;
    private readonly Dictionary<AssignmentId, (PersonId Person, DateOnly LastDay)> _heads;

    private HeadLines(Dictionary<UnitId, (UnitId? Parent, Cover? Head)> units, Dictionary<AssignmentId, (PersonId Person, DateOnly LastDay)> heads) =>
        (_units, _heads) = (units, heads);

    /// <summary>One statement.</summary>
    public static async Task<HeadLines> ReadAsync(TupaDb db, CancellationToken stop)
    {
        var rows = await (
            from u in db.Set<Unit>()
            join head in db.Set<Assignment>().Where(a => a.Population == Population.Staff) on u.Head equals head.Id into heads
            from h in heads.DefaultIfEmpty()
            select new { u.Id, u.Parent, Head = (AssignmentId?)h.Id, Person = (PersonId?)h.Person, FirstDay = (DateOnly?)h.FirstDay, LastDay = (DateOnly?)h.LastDay, UntilUtc = (DateTime?)h.UntilUtc })
            .AsNoTracking().ToListAsync(stop);
        return new(
            rows.ToDictionary(r => r.Id, r => (r.Parent, r.Head is { } id ? new Cover(id, r.Person!.Value, Helsinki.StartOf(r.FirstDay!.Value), r.UntilUtc!.Value) : null)),
            rows.Where(r => r.Head is not null).DistinctBy(r => r.Head).ToDictionary(r => r.Head!.Value, r => (r.Person!.Value, r.LastDay!.Value)));
    }

    public DateOnly LastDayOf(AssignmentId head) => _heads[head].LastDay;

    public PersonId PersonOf(AssignmentId head) => _heads[head].Person;

    /// <summary>From the unit upwards.</summary>
    public IReadOnlyList<Cover> Of(UnitId? unit)
    {
        var line = new List<Cover>();
        for (var level = 0; unit is { } at && _units.TryGetValue(at, out var found) && level < Deepest; level++, unit = found.Parent)
        {
            if (found.Head is { } head) line.Add(head);
        }

        return line;
    }

    /// <summary>The units whose nearest head, at the instant, the person is.</summary>
    public IReadOnlyList<UnitId> HeadedBy(PersonId person, DateTime at) =>
        [.. _units.Keys.Where(u => Of(u).FirstOrDefault(h => h.From <= at && at < h.Until)?.Person == person)];
}
