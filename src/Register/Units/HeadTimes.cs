using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A unit, where it belongs, and who heads it in which window; nobody where the seat is vacant.</summary>
internal sealed record HeadedUnit(UnitId Unit, UnitId? Parent, PersonId? Head, DateTime From, DateTime Until)
{
    /// <summary>What the unit is called; empty where nobody has asked for it.</summary>
    public Text Name { get; init; }
}

/// <summary>Reads every unit of the city with its head: they are few.</summary>
internal static class HeadedUnits
{
    /// <summary>One statement.</summary>
    public static async Task<IReadOnlyDictionary<UnitId, HeadedUnit>> OfAsync(TupaDb db, CancellationToken stop)
    {
        var rows = await (
            from u in db.Set<Unit>()
            join head in db.Set<Assignment>() on u.Head equals head.Id into heads
            from a in heads.DefaultIfEmpty()
            select new { u.Id, u.Parent, u.NameFi, u.NameSv, Person = (PersonId?)a.Person, FirstDay = (DateOnly?)a.FirstDay, UntilUtc = (DateTime?)a.UntilUtc }).AsNoTracking().ToListAsync(stop);
        return rows.ToDictionary(r => r.Id, r => new HeadedUnit(
            r.Id, r.Parent, r.Person, r.FirstDay is { } day ? Helsinki.StartOf(day) : Helsinki.Never, r.UntilUtc ?? Helsinki.Never)
        { Name = PersonText.Named(r.NameFi, r.NameSv) });
    }
}

/// <summary>Somebody heads a unit, or acts for its head, in a window.</summary>
internal readonly record struct HeadTime(PersonId Person, DateTime From, DateTime Until);

/// <summary>
/// Who heads a unit, now and as far ahead as is known: its own head; where the seat is vacant the head above; and where the whole
/// line is vacant the nearest other head of the city, and at the very last whoever has served it longest, so that what the unit keeps
/// is never nobody's.
/// </summary>
internal static class HeadTimes
{
    private const int Deepest = 8;

    /// <param name="elders">Who has served longest, for where nobody heads anything.</param>
    public static IReadOnlyList<HeadTime> Of(UnitId unit, IReadOnlyDictionary<UnitId, HeadedUnit> units, DateTime from, IReadOnlyList<HeadTime>? elders = null)
    {
        var times = new List<HeadTime>();
        List<(DateTime From, DateTime Until)> vacant = [(from, Helsinki.Never)];
        var line = Line(unit, units).Where(u => u.Head is not null).Select(u => new HeadTime(u.Head!.Value, u.From, u.Until));
        foreach (var candidate in line.Concat(elders ?? []))
        {
            if (vacant.Count == 0) break;
            vacant = [.. vacant.SelectMany(gap => Filled(gap, candidate, times))];
        }

        return [.. times.OrderBy(t => t.From)];
    }

    /// <summary>The supervisor of somebody who works in the unit: its head at the instant, or the one above who is somebody else. Null where there is none.</summary>
    public static PersonId? Supervisor(PersonId of, UnitId unit, IReadOnlyDictionary<UnitId, HeadedUnit> units, DateTime at) =>
        Above(unit, units).FirstOrDefault(u => u.Head is { } head && head != of && u.From <= at && at < u.Until)?.Head;

    /// <summary>The units that the person heads, and all below them.</summary>
    public static IReadOnlyList<UnitId> Below(PersonId head, IReadOnlyDictionary<UnitId, HeadedUnit> units) =>
        [.. units.Keys.Where(u => Above(u, units).Any(a => a.Head == head))];

    /// <summary>Takes what the head covers of a gap; what is left of it stays vacant.</summary>
    private static IEnumerable<(DateTime From, DateTime Until)> Filled((DateTime From, DateTime Until) gap, HeadTime head, List<HeadTime> times)
    {
        var (from, until) = (head.From > gap.From ? head.From : gap.From, head.Until < gap.Until ? head.Until : gap.Until);
        if (from >= until) return [gap];

        times.Add(new(head.Person, from, until));
        return new[] { (gap.From, from), (until, gap.Until) }.Where(left => left.Item1 < left.Item2);
    }

    /// <summary>The unit and all above it, then the others from the top of the city down.</summary>
    private static IEnumerable<HeadedUnit> Line(UnitId unit, IReadOnlyDictionary<UnitId, HeadedUnit> units)
    {
        var line = Above(unit, units).ToList();
        return line.Concat(units.Values.Except(line).OrderBy(u => Above(u.Unit, units).Count()).ThenBy(u => u.Unit));
    }

    private static IEnumerable<HeadedUnit> Above(UnitId unit, IReadOnlyDictionary<UnitId, HeadedUnit> units)
    {
        UnitId? at = unit;
        for (var level = 0; at is { } id && units.TryGetValue(id, out var found) && level < Deepest; level++)
        {
            yield return found;
            at = found.Parent;
        }
    }
}
