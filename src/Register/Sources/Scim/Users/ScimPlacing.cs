using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Gives each user the one assignment that the directory stands for: of the staff, open, in the unit that the department names, else in the city itself.</summary>
internal sealed class ScimPlacing(TupaDb db, Writing writing, AssignmentActions assignments, UnitNames units, TimeProvider clock)
{
    /// <summary>The name of the city's own unit; read once.</summary>
    public async Task<string> CityAsync(CancellationToken stop) => (await units.CityAsync(stop)).NameFi;

    /// <summary>
    /// Inside a writing, as a set: begins what is missing, moves who has another unit now. A move begins before it ends, so that
    /// nobody is out for a moment, and the directory's groups come along.
    /// </summary>
    public async Task PlaceAsync(IReadOnlyList<ScimSaid> said, Actor by, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        var now = clock.UtcNow();
        var places = await units.OfAsync([.. said.Select(s => s.User.Department).OfType<string>()], stop);
        var city = (await units.CityAsync(stop)).Id;
        var records = said.Select(s => s.Record).ToList();
        var standing = (await db.Set<Assignment>().AsNoTracking().Where(a => a.Record != null && records.Contains(a.Record.Value) && now < a.UntilUtc).ToListAsync(stop)).ToLookup(a => a.Record!.Value);

        var beginnings = new List<Beginning>();
        var moves = new Dictionary<AssignmentId, Beginning>();
        foreach (var one in said)
        {
            var unit = one.User.Department is { } department && places.TryGetValue(department, out var named) ? named : city;
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
}
