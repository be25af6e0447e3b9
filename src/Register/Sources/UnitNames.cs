using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Finds the units that a directory names by their names alone: the exact name in either language, and one that two units have names none.</summary>
internal sealed class UnitNames(TupaDb db)
{
    private readonly Dictionary<string, UnitId?> _named = new(StringComparer.Ordinal);
    private Unit? _city;

    /// <summary>The unit of the city itself, where whoever is placed nowhere else is.</summary>
    public async Task<Unit> CityAsync(CancellationToken stop) =>
        _city ??= await db.Set<Unit>().AsNoTracking().Where(u => u.Kind == UnitKind.City).OrderBy(u => u.Id).FirstAsync(stop);

    /// <summary>Those of these names that name a unit. One statement, and none for names asked before.</summary>
    public async Task<Dictionary<string, UnitId>> OfAsync(IReadOnlyCollection<string> names, CancellationToken stop)
    {
        var asked = names.Where(n => !_named.ContainsKey(n)).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count > 0)
        {
            var found = await db.Set<Unit>().AsNoTracking().Where(u => asked.Contains(u.NameFi) || asked.Contains(u.NameSv))
                .Select(u => new { u.Id, u.NameFi, u.NameSv }).ToListAsync(stop);
            foreach (var name in asked)
            {
                var called = found.Where(u => u.NameFi == name || u.NameSv == name).Select(u => u.Id).Distinct().ToList();
                _named[name] = called.Count == 1 ? called[0] : null;
            }
        }

        return names.Distinct(StringComparer.Ordinal).Where(n => _named[n] is not null).ToDictionary(n => n, n => _named[n]!.Value, StringComparer.Ordinal);
    }
}
