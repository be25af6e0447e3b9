using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Nothing that was delivered lies about for more than a day: files, whether a row knows of them or not, what has been laid out of them, and records of nobody that were taken back. The plan of a school year, which no file is part of, stays until the change ends.</summary>
internal sealed class FeedSweep(TupaDb db, Writing writing, FeedFolder folder, AuditLog audit, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var limit = now - Batch.Patience;

        // Files carry the machine's time, which is not the house's own when that is moved.
        var files = folder.DeleteBefore(TimeProvider.System.UtcNow() - Batch.Patience);
        var rows = await writing.RunAsync(async () =>
        {
            var lapsing = await db.Set<Batch>().Where(b => (b.State == BatchState.Received || b.State == BatchState.Waiting || b.State == BatchState.Applying)
                && b.ForDay == null && b.SentAt < limit && b.ClaimedUntil <= now && (b.StagedAt == null || b.StagedAt < limit)).ToListAsync(stop);
            foreach (var batch in lapsing)
            {
                batch.End(BatchState.Lapsed, now);
                audit.Write(Actor.House("register.feed-sweep"), "register.batch.lapsed", batch.Id.Value);
            }

            await writing.FlushAsync(stop);
            var nobodys = db.Set<SourceRecord>().Where(r => r.Person == null && r.State == RecordState.Ended
                && !db.Set<SameTask>().Any(t => t.Record == r.Id) && !db.Set<Staged>().Any(s => s.Record == r.Id));
            return lapsing.Count + await nobodys.ExecuteDeleteAsync(stop);
        }, stop);
        foreach (var batch in await LaidOutAsync(now, limit, stop)) rows += await StagedRows.ClearAsync(db, writing, batch, stop);
        return new(files + rows, files + rows);
    }

    /// <summary>The batches that are over and still have rows laid out.</summary>
    private Task<List<BatchId>> LaidOutAsync(DateTime now, DateTime limit, CancellationToken stop) => db.Set<Batch>()
        .Where(b => b.EndedAt != null && b.EndedAt <= now && (b.State != BatchState.Tried || b.SentAt < limit))
        .Where(b => !db.Set<YearChange>().Any(c => c.Plan == b.Id && c.EndedAt == null))
        .Where(b => db.Set<Staged>().Any(s => s.Batch == b.Id) || db.Set<StagedGroup>().Any(s => s.Batch == b.Id))
        .Select(b => b.Id).ToListAsync(stop);
}
