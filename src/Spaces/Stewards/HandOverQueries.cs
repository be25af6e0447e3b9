using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>Who could go on with a space.</summary>
/// <param name="Steward">Is a steward of it already.</param>
public sealed record Successor(PersonId Person, string Name, bool Steward);

/// <summary>A space in which somebody leaves something behind.</summary>
/// <param name="Kept">The one who leaves is a steward of it.</param>
/// <param name="Head">Who keeps it by rule if nobody is chosen; null where other stewards stay.</param>
public sealed record HandOverSpace(SpaceId Id, string Name, bool Kept, IReadOnlyList<Successor> Successors, string? Head, IReadOnlyList<Unfinished> Things);

/// <summary>Reads what a person would leave behind, and who could go on with it.</summary>
internal sealed class HandOverQueries(TupaDb db, Memberships memberships, UnitHeads heads, PeopleNames names, IEnumerable<IHandOver> rooms)
{
    /// <summary>Three statements and one of each content room.</summary>
    public async Task<IReadOnlyList<HandOverSpace>> OfAsync(Actor by, CancellationToken stop = default)
    {
        if (by.Person is not { } me) return [];

        var things = new List<Unfinished>();
        foreach (var room in rooms) things.AddRange(await room.OfAsync(me, stop));
        var found = await SpacesAsync(me, [.. things.Select(t => t.Space).Distinct()], stop);
        if (found.Count == 0) return [];

        var (acting, standIns) = await heads.SuccessorsAsync([.. found.Where(f => f.Kept).Select(f => f.Unit).Distinct()], me, stop);
        var named = await names.ForAsync([.. found.SelectMany(f => f.Stewards).Concat(standIns).Concat(acting.Values).Distinct()], by, stop);
        var unfinished = things.ToLookup(t => t.Space);
        return [.. found.Select(f => Row(f, acting, standIns, named, [.. unfinished[f.Id]])).OrderBy(s => s.Name, StringComparer.CurrentCulture)];
    }

    private static HandOverSpace Row(
        Found found, IReadOnlyDictionary<UnitId, PersonId> acting, IReadOnlyList<PersonId> standIns, IReadOnlyDictionary<PersonId, PersonName> named, IReadOnlyList<Unfinished> things)
    {
        // Whoever is not a steward yet can be made one only by one who is.
        var head = found.Kept && acting.TryGetValue(found.Unit, out var person) ? person : (PersonId?)null;
        var others = found.Kept ? standIns.Concat(head is { } h ? [h] : Array.Empty<PersonId>()) : [];
        var successors = found.Stewards.Select(s => (Person: s, Steward: true)).Concat(others.Select(o => (Person: o, Steward: false)))
            .DistinctBy(s => s.Person).Where(s => named[s.Person].Href is not null).Select(s => new Successor(s.Person, named[s.Person].Name, s.Steward));
        return new(found.Id, found.Name, found.Kept, [.. successors], found.Kept && found.Stewards.Count == 0 && head is { } by ? named[by].Name : null, things);
    }

    private async Task<List<Found>> SpacesAsync(PersonId me, List<SpaceId> also, CancellationToken stop)
    {
        var stewards = memberships.Direct.Where(m => m.Rank == (int)SpaceRole.Steward);
        var mine = stewards.Where(m => m.Person == me).Select(m => m.Group);
        var rows = await (
            from s in db.Set<Space>().Where(s => mine.Contains(s.Members) || also.Contains(s.Id))
            join steward in stewards.Select(m => new { m.Group, m.Person }) on s.Members equals steward.Group into keepers
            from k in keepers.DefaultIfEmpty()
            select new { s.Id, s.Name, s.Unit, Kept = mine.Contains(s.Members), Steward = (PersonId?)k.Person }).ToListAsync(stop);
        return [.. rows.GroupBy(r => (r.Id, r.Name, r.Unit, r.Kept)).Select(g => new Found(
            g.Key.Id, g.Key.Name, g.Key.Unit, g.Key.Kept, [.. g.Select(r => r.Steward).OfType<PersonId>().Where(p => p != me).Distinct()]))];
    }

    private sealed record Found(SpaceId Id, string Name, UnitId Unit, bool Kept, IReadOnlyList<PersonId> Stewards);
}
