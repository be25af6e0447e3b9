using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Fetches from each source that is to be asked now. What was fetched is a delivery like any other and is applied by itself where the
/// brake lets it; what failed leaves a report. One source that breaks does not stop the others, and is not asked again before its time.
/// </summary>
internal sealed class PullWork(
    TupaDb db, Writing writing, AuditLog audit, FeedFolder folder, IEnumerable<IFeedPull> pulls, IEnumerable<IFeedReader> readers, JobBell bell, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var asked = await db.Set<Pull>().AsNoTracking().ToDictionaryAsync(p => p.Format, StringComparer.Ordinal, stop);
        var refused = await RefusedAsync(stop);
        var (counted, fetched, failed) = (0, 0, 0);
        Exception? first = null;
        foreach (var pull in pulls.Where(p => p.IsConfigured && p.DueAfter(asked.GetValueOrDefault(p.Format)?.AskedAt, refused.Contains(p.Format)) <= clock.UtcNow()))
        {
            counted++;
            try
            {
                switch (await PullAsync(pull, asked.GetValueOrDefault(pull.Format), stop))
                {
                    case PullOutcome.Fetched: fetched++; break;
                    case PullOutcome.Failed: failed++; break;
                    case PullOutcome.Unchanged: break;
                }
            }
#pragma warning disable CA1031 // The next source has nothing to do with it; the first failure is thrown once all have had their turn.
            catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failed++;
                first ??= failure;
            }
        }

        return first is null ? new(counted, fetched, failed) : throw first;
    }

    /// <summary>Those whose last pull left nothing but a report.</summary>
    private Task<HashSet<string>> RefusedAsync(CancellationToken stop) => db.Set<Pull>()
        .Where(p => db.Set<Batch>().Any(b => b.Format == p.Format && b.SentAt == p.AskedAt && b.State == BatchState.Refused)).Select(p => p.Format).ToHashSetAsync(stop);

    private async Task<PullOutcome> PullAsync(IFeedPull pull, Pull? before, CancellationToken stop)
    {
        var (id, notes, askedAt) = (BatchId.New(), new FeedNotes(), clock.UtcNow());
        await writing.RunAsync(() => AskingAsync(pull.Format, askedAt, stop), stop);
        var pulled = await pull.PullAsync(folder.PathOf(id), await MarkAsync(before, stop), notes, stop);
        var file = pulled.Outcome == PullOutcome.Fetched ? await DigestAsync(id, stop) : default;
        await writing.RunAsync<bool>(async () =>
        {
            if (pulled.Outcome == PullOutcome.Unchanged) return true;

            var batch = Received(pull, id, file, askedAt);
            db.Add(batch);
            if (pulled.Outcome == PullOutcome.Fetched)
            {
                var row = await db.Set<Pull>().SingleAsync(p => p.Format == pull.Format, stop);
                (row.Mark, row.Batch) = (pulled.Mark, id);
                audit.Write(Actor.House("register.pull"), "register.batch.received", id.Value);
                writing.Afterwards(Ring);
                return true;
            }

            await writing.FlushAsync(stop);
            batch.End(BatchState.Refused, askedAt);
            batch.Counts = Counted.Write([new(Counted.Errors, notes.Count(FeedNoteKind.Error))]);
            db.AddRange(notes.InWords.Select((n, i) => BatchNote.Of(id, i, n)));
            audit.Write(Actor.House("register.pull"), "register.batch.refused", id.Value, count: notes.Count(FeedNoteKind.Error));
            return true;
        }, stop);
        return pulled.Outcome;
    }

    /// <summary>Noted before anything goes out, so that a source that breaks the pull is not asked every minute.</summary>
    private async Task<bool> AskingAsync(string format, DateTime at, CancellationToken stop)
    {
        var row = await db.Set<Pull>().FirstOrDefaultAsync(p => p.Format == format, stop);
        if (row is null) db.Add(row = new() { Format = format, AskedAt = at });
        row.AskedAt = at;
        return true;
    }

    /// <summary>Null where the last delivery has not been used and is not about to be: then everything is asked for again.</summary>
    private async Task<string?> MarkAsync(Pull? before, CancellationToken stop)
    {
        if (before is not { Mark: { } mark, Batch: { } last }) return null;

        var state = await db.Set<Batch>().Where(b => b.Id == last).Select(b => (BatchState?)b.State).FirstOrDefaultAsync(stop);
        return state is BatchState.Received or BatchState.Waiting or BatchState.Applying or BatchState.Applied ? mark : null;
    }

    private Batch Received(IFeedPull pull, BatchId id, (long Bytes, byte[]? Digest) file, DateTime at)
    {
        var reader = readers.First(r => r.Format == pull.Format);
        return new()
        {
            Id = id,
            Source = reader.Source,
            Feed = reader.Feed,
            Format = pull.Format,
            Bytes = file.Bytes,
            Digest = file.Digest,
            AtOnce = true,
            State = BatchState.Received,
            SentAt = at,
            ClaimedUntil = at,
        };
    }

    private async Task<(long, byte[]?)> DigestAsync(BatchId id, CancellationToken stop)
    {
        await using var file = new FileStream(folder.PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous);
        return (file.Length, await SHA256.HashDataAsync(file, stop));
    }

    private Task Ring()
    {
        bell.Ring<FeedWork>();
        return Task.CompletedTask;
    }
}
