using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What supervisors call an assignment within a record of theirs: where, what, and for whom. The same again is the same assignment.</summary>
internal static class TeamKeys
{
    public static string Of(UnitId unit, string? duty, AssignmentId? standsInFor) =>
        string.Join('/', new[] { unit.ToString(), duty ?? "", standsInFor?.ToString() ?? "" }).TrimEnd('/');
}

/// <summary>Keeps the records of a source true to what is done by hand to the assignments that they keep up.</summary>
internal sealed class TeamRecords(TupaDb db, RecordEnds ends, TimeProvider clock)
{
    /// <summary>The feed of what supervisors say, on their pages and in their files.</summary>
    public const string Feed = "team";

    /// <summary>What the source says next is heard, though it be what it said last.</summary>
    public Task<int> HearAnewAsync(Assignment changed, CancellationToken stop) => changed.Record is { } record
        ? db.Set<SourceRecord>().Where(r => r.Id == record).ExecuteUpdateAsync(set => set.SetProperty(r => r.Said, (byte[]?)null), stop)
        : Task.FromResult(0);

    /// <summary>As <see cref="HearAnewAsync"/>; a record that keeps up nothing any more has let go, and what it said gives way to what others say.</summary>
    public async Task LetGoAsync(Assignment ended, CancellationToken stop)
    {
        await HearAnewAsync(ended, stop);
        var now = clock.UtcNow();
        if (ended.Record is not { } record || await db.Set<Assignment>().AnyAsync(a => a.Record == record && a.UntilUtc > now, stop)) return;

        await db.Set<SourceRecord>().Where(r => r.Id == record).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RecordState.Ended), stop);
        await ends.HearOthersAsync([ended.Person], [record], stop);
    }
}
