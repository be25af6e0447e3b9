using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The units and duties of the house by the words that a clerk writes for them.</summary>
internal sealed class SupervisorPlaces
{
    private readonly Dictionary<string, UnitId> _units = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _duties = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ambiguous = new(StringComparer.OrdinalIgnoreCase);

    private SupervisorPlaces()
    {
    }

    /// <summary>Two statements.</summary>
    public static async Task<SupervisorPlaces> ReadAsync(TupaDb db, CancellationToken stop)
    {
        var places = new SupervisorPlaces();
        var units = await db.Set<Unit>().AsNoTracking().Select(u => new { u.Id, u.InstitutionCode, u.NameFi, u.NameSv }).ToListAsync(stop);
        foreach (var unit in units)
        {
            foreach (var name in new[] { unit.NameFi, unit.NameSv }.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!places._units.TryAdd(name, unit.Id) && places._units[name] != unit.Id) places._ambiguous.Add(name);
            }
        }

        foreach (var unit in units)
        {
            places._units[unit.Id.ToString()] = unit.Id;
            if (unit.InstitutionCode is { } code) places._units[code] = unit.Id;
        }

        var duties = await TeamDuties.Coded(db).AsNoTracking().Select(g => new { g.Code, g.NameFi, g.NameSv }).ToListAsync(stop);
        foreach (var duty in duties)
        {
            places._duties.TryAdd(duty.NameFi, duty.Code!);
            places._duties.TryAdd(duty.NameSv, duty.Code!);
        }

        foreach (var duty in duties) places._duties[duty.Code!] = duty.Code!;
        return places;
    }

    /// <summary>A unit by its name, a school's five digits, or the house's id; else what is wrong.</summary>
    public (UnitId? Unit, Text? Wrong) UnitOf(string written) =>
        _ambiguous.Contains(written) ? (null, SupervisorText.UnitAmbiguous)
        : _units.TryGetValue(written, out var unit) ? (unit, null)
        : (null, SupervisorText.UnitUnknown);

    /// <summary>The code of a duty by its name or itself; null where there is none.</summary>
    public string? DutyOf(string written) => _duties.GetValueOrDefault(written);
}
