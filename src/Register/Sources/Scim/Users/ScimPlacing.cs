using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Gives each user the one assignment that the directory stands for: of the staff, open, in the unit that the department names, else in the city itself.</summary>
internal sealed class ScimPlacing(TupaDb db, Writing writing, AssignmentActions assignments, TimeProvider clock)
{
    private readonly Dictionary<string, UnitId?> _named = new(StringComparer.Ordinal);
    private Unit? _city;

    /// <summary>The name of the city's own unit; read once.</summary>
    public async Task<string> CityAsync(CancellationToken stop) => (await OwnAsync(stop)).NameFi;

    /// <summary>
    /// Inside a writing, as a set: begins what is missing, moves who has another unit now. A move begins before it ends, so that
    /// nobody is out for a moment, and the directory's groups come along.
    /// </summary>
    public async Task PlaceAsync(IReadOnlyList<ScimSaid> said, Actor by, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        var now = clock.UtcNow();
        var units = await UnitsAsync([.. said.Select(s => s.User.Department).OfType<string>().Distinct(StringComparer.Ordinal)], stop);
        var city = (await OwnAsync(stop)).Id;
        var records = said.Select(s => (SourceRecordId?)s.Record).ToList();
        var standing = (await db.Set<Assignment>().AsNoTracking().Where(a => records.Contains(a.Record) && now < a.UntilUtc).ToListAsync(stop)).ToLookup(a => a.Record!.Value);

        var beginnings = new List<Beginning>();
        var moves = new Dictionary<AssignmentId, Beginning>();
        foreach (var one in said)
        {
            var unit = one.User.Department is { } department && units.TryGetValue(department, out var named) ? named : city;
            var old = standing[one.Record].ToList();
            if (old.Exists(a => a.Unit == unit)) continue;

            var beginning = new Beginning(AssignmentId.New(), new(
                one.Person, Population.Staff, AssignmentKind.Regular, unit, Organ: null, Duty: null, Source.Scim, clock.Today(), Helsinki.Open, [], Record: one.Record));
            beginnings.Add(beginning);
            foreach (var assignment in old) moves[assignment.Id] = beginning;
        }

        if (beginnings.Count == 0) return;
        if ((await assignments.BeginAsync(beginnings, by, stop)).Values.FirstOrDefault() is { } refusal) throw new InvalidOperationException(refusal.Reason.En);

        await CarryAsync(moves, now, stop);
        if (moves.Count > 0) await assignments.EndAsync([.. moves.Keys], now, by, stop);
    }

    private async Task CarryAsync(Dictionary<AssignmentId, Beginning> moves, DateTime now, CancellationToken stop)
    {
        if (moves.Count == 0) return;

        var causes = moves.Keys.Select(a => a.Value).ToList();
        var carried = await db.Set<GroupMember>().AsNoTracking()
            .Where(m => causes.Contains(m.Cause) && now < m.UntilUtc && db.Set<ScimGroupRecord>().Any(g => g.Group == m.Group)).ToListAsync(stop);
        db.AddRange(carried.Select(m => new GroupMember
        {
            Person = m.Person,
            Group = m.Group,
            Cause = moves[new(m.Cause)].Id.Value,
            Because = Because.Assignment,
            FromUtc = now,
            UntilUtc = Helsinki.Never,
        }));
        await writing.FlushAsync(stop);
    }

    /// <summary>By the exact name in either language; a name that two units have names none.</summary>
    private async Task<Dictionary<string, UnitId>> UnitsAsync(List<string> names, CancellationToken stop)
    {
        var asked = names.Where(n => !_named.ContainsKey(n)).ToList();
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

        return names.Where(n => _named[n] is not null).ToDictionary(n => n, n => _named[n]!.Value, StringComparer.Ordinal);
    }

    private async Task<Unit> OwnAsync(CancellationToken stop) =>
        _city ??= await db.Set<Unit>().AsNoTracking().Where(u => u.Kind == UnitKind.City).OrderBy(u => u.Id).FirstAsync(stop);
}
