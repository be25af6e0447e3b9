using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Ends that a source pushes person by person (SCIM): at once while the brake lets them, and from then on gathered for a person who decides.</summary>
public sealed class PushedEnds
{
    private const string Format = "push";

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly FeedBrake _brake;
    private readonly RecordEnds _ends;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal PushedEnds(TupaDb db, Writing writing, FeedBrake brake, RecordEnds ends, AuditLog audit, TimeProvider clock) =>
        (_db, _writing, _brake, _ends, _audit, _clock) = (db, writing, brake, ends, audit, clock);

    /// <summary>Ends everything that these records of the feed keep up. Returns the batch where they wait; null where they have ended.</summary>
    public Task<BatchId?> EndAsync(Source source, string feed, IReadOnlyCollection<string> keys, Actor by, CancellationToken stop = default) => _writing.RunAsync<BatchId?>(async () =>
    {
        var records = await _db.Set<SourceRecord>().Where(r => r.Source == source && r.Feed == feed && keys.Contains(r.Key) && r.State == RecordState.Live).ToListAsync(stop);
        if (records.Count == 0) return null;
        var now = _clock.UtcNow();
        if (await _brake.LetsEndAsync(source, feed, records.Count, stop))
        {
            await _ends.EndAsync(records, now, Guid.CreateVersion7(), by, stop);
            return null;
        }

        return await HoldAsync(source, feed, records, now, by, stop);
    }, stop);

    private async Task<BatchId> HoldAsync(Source source, string feed, List<SourceRecord> records, DateTime now, Actor by, CancellationToken stop)
    {
        var since = now - Batch.Patience;
        var batch = await _db.Set<Batch>().FirstOrDefaultAsync(
            b => b.Source == source && b.Feed == feed && b.Format == Format && b.State == BatchState.Waiting && b.SentAt > since, stop);
        if (batch is null)
        {
            batch = new Batch
            {
                Id = BatchId.New(),
                Source = source,
                Feed = feed,
                Format = Format,
                State = BatchState.Waiting,
                Brake = BrakeCause.Ends,
                SentAt = now,
                StagedAt = now,
                ClaimedUntil = now,
            };
            _db.Add(batch);
            _audit.Write(by, "register.batch.braked", batch.Id.Value);
        }

        var waiting = (await _db.Set<Staged>().Where(s => s.Batch == batch.Id).Select(s => s.Key).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        var more = records.Where(r => !waiting.Contains(r.Key)).ToList();
        _db.AddRange(more.Select(r => new Staged { Batch = batch.Id, Key = r.Key, Kind = StagedKind.Ends, Turn = 2, Record = r.Id, Person = r.Person }));
        batch.Changes += more.Count;
        batch.Ending += more.Count;
        return batch.Id;
    }
}
