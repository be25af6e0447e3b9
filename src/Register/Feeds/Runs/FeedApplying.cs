using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Puts an approved batch into the register. Up to <see cref="LargestWhole"/> changes are one transaction: all of it or nothing. A
/// larger one goes unit by unit, each person whole, in pieces so small that nobody waits for them; a row that has been dealt with is
/// gone with the same commit, so whoever takes it up again goes on where it stopped.
/// </summary>
internal sealed class FeedApplying(TupaDb db, Writing writing, AuditLog audit, FeedHearing hearing, RecordEnds ends, YearLaying years, TimeProvider clock)
{
    public const int LargestWhole = 5_000;
    private const int Slice = 1_000;

    /// <summary>How long one piece of a larger batch aims to hold the writer; the law is 250 ms.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMilliseconds(150);

    public async Task ApplyAsync(Batch batch, IProgress<FeedStep>? progress, CancellationToken stop)
    {
        if (batch.Changes <= LargestWhole)
        {
            await writing.RunAsync(() => WholeAsync(batch, progress, stop), stop);
            return;
        }

        while (await writing.RunAsync(() => GroupsAsync(batch.Id, Slice, stop), stop) > 0)
        {
        }

        for (var size = 40; await PieceAsync(batch, size, stop) is { } took; size = Next(size, took.Took))
        {
            progress?.Report(new(BatchState.Applying, took.Done, batch.Changes));
        }

        await writing.RunAsync(() => FinishAsync(batch.Id, stop), stop);
    }

    /// <summary>So many that the next piece takes about as long as it may.</summary>
    private static int Next(int size, TimeSpan took) => (int)Math.Clamp(size * (Hold / (took + TimeSpan.FromMilliseconds(1))), Math.Max(5, size / 2), Math.Min(Slice, size * 2));

    private async Task<bool> WholeAsync(Batch batch, IProgress<FeedStep>? progress, CancellationToken stop)
    {
        if (!await StandsAsync(batch.Id, stop)) return false;

        await GroupsAsync(batch.Id, int.MaxValue, stop);
        for (var done = 0; await SliceAsync(batch, Slice, stop) is > 0 and var more;)
        {
            await writing.FlushAsync(stop);
            db.ChangeTracker.Clear();
            progress?.Report(new(BatchState.Applying, done += more, batch.Changes));
        }

        return await FinishAsync(batch.Id, stop);
    }

    private async Task<(int Done, TimeSpan Took)?> PieceAsync(Batch batch, int size, CancellationToken stop)
    {
        var took = TimeSpan.Zero;
        var done = await writing.RunAsync(async () =>
        {
            var started = clock.GetTimestamp();
            if (!await StandsAsync(batch.Id, stop)) return -1;

            var count = await SliceAsync(batch, size, stop);
            await FeedClaims.RenewAsync(db, batch.Id, clock.UtcNow(), stop);
            await writing.FlushAsync(stop);
            took = clock.GetElapsedTime(started);
            return count == 0 ? -1 : await db.Set<Batch>().Where(b => b.Id == batch.Id).Select(b => b.Done).SingleAsync(stop);
        }, stop);
        return done < 0 ? null : (done, took);
    }

    private Task<bool> StandsAsync(BatchId batch, CancellationToken stop) => db.Set<Batch>().AnyAsync(b => b.Id == batch && b.State == BatchState.Applying, stop);

    private async Task<int> SliceAsync(Batch batch, int size, CancellationToken stop)
    {
        var rows = await db.Set<Staged>().AsNoTracking().Where(s => s.Batch == batch.Id)
            .OrderBy(s => s.Turn).ThenBy(s => s.Unit).ThenBy(s => s.Key).Take(size).ToListAsync(stop);
        if (rows.Count == 0) return 0;

        // Dealt with: the rows go first, because they point at records that may go too.
        var keys = rows.ConvertAll(r => r.Key);
        await db.Set<Staged>().Where(s => s.Batch == batch.Id && keys.Contains(s.Key)).ExecuteDeleteAsync(stop);
        await db.Set<Batch>().Where(b => b.Id == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.Done, b => b.Done + rows.Count), stop);

        var by = Actor.House("register.feed");
        var told = rows.FindAll(r => r.Payload is not null);
        if (told.Count > 0) await hearing.HearAsync(batch, told, by, stop);
        var gone = rows.Where(r => r.Payload is null).Select(r => r.Record).OfType<SourceRecordId>().ToList();
        if (gone.Count > 0)
        {
            var records = await db.Set<SourceRecord>().Where(r => gone.Contains(r.Id) && r.State == RecordState.Live).ToListAsync(stop);
            if (records.Count > 0) await ends.EndAsync(records, clock.UtcNow(), batch.Id.Value, by, stop);
        }

        return rows.Count;
    }

    /// <returns>How many it was; 0 once all have been dealt with.</returns>
    private async Task<int> GroupsAsync(BatchId batch, int most, CancellationToken stop)
    {
        var staged = await db.Set<StagedGroup>().AsNoTracking().Where(s => s.Batch == batch).OrderBy(s => s.Code).Take(most).ToListAsync(stop);
        if (staged.Count == 0) return 0;

        db.AddRange(staged.Where(s => s.Change == GroupChange.New).Select(s => new Group
        {
            Id = new(s.Group),
            Kind = s.Kind,
            Code = s.Code,
            NameFi = s.NameFi,
            NameSv = s.NameSv,
            Unit = s.Unit,
            Close = s.Kind is GroupKind.Class or GroupKind.Teaching or GroupKind.Organ,
        }));
        var renamed = staged.Where(s => s.Change == GroupChange.Renamed).ToDictionary(s => new GroupId(s.Group));
        foreach (var group in await db.Set<Group>().Where(g => renamed.Keys.Contains(g.Id)).ToListAsync(stop))
            (group.NameFi, group.NameSv) = (renamed[group.Id].NameFi, renamed[group.Id].NameSv);
        await writing.FlushAsync(stop);
        return await StagedRows.RemoveAsync(db, batch, staged, stop);
    }

    private async Task<bool> FinishAsync(BatchId id, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        db.ChangeTracker.Clear();
        var batch = await db.Set<Batch>().SingleAsync(b => b.Id == id, stop);
        if (batch.State != BatchState.Applying) return false;

        batch.End(BatchState.Applied, clock.UtcNow());
        await years.AppliedAsync(batch, clock.UtcNow(), stop);
        audit.Write(Actor.House("register.feed"), "register.batch.applied", id.Value, count: batch.Done);
        return true;
    }
}
