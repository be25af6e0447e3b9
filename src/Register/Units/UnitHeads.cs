using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A unit as a form offers it.</summary>
public sealed record UnitChoice(UnitId Id, Text Name);

/// <summary>The units of the city, and who heads each now.</summary>
public sealed class UnitHeads(TupaDb db, TimeProvider clock)
{
    /// <summary>Deeper than any city is; a loop in the register ends here.</summary>
    private const int Deepest = 8;

    /// <summary>All units, by name.</summary>
    public async Task<IReadOnlyList<UnitChoice>> AllAsync(CancellationToken stop = default) =>
        [.. (await db.Set<Unit>().Select(u => new { u.Id, u.NameFi, u.NameSv }).ToListAsync(stop))
            .Select(u => new UnitChoice(u.Id, new(u.NameFi, u.NameSv, u.NameFi)))
            .OrderBy(u => u.Name.ToString(), StringComparer.CurrentCulture)];

    /// <summary>The head of the unit; where that is vacant, of the nearest unit above. Null where nobody heads any of them.</summary>
    public async Task<PersonId?> HeadOfAsync(UnitId unit, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var today = Helsinki.Day(now);
        UnitId? at = unit;
        for (var level = 0; at is not null && level < Deepest; level++)
        {
            var found = await db.Set<Unit>().Where(u => u.Id == at)
                .Select(u => new
                {
                    u.Parent,
                    Head = db.Set<Assignment>().Where(a => a.Id == u.Head && a.FirstDay <= today && now < a.UntilUtc).Select(a => (PersonId?)a.Person).FirstOrDefault(),
                })
                .FirstOrDefaultAsync(stop);
            if (found?.Head is { } head) return head;
            at = found?.Parent;
        }

        return null;
    }
}
