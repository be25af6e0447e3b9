using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Takes a batch as far as it goes by itself: scanned, read, laid out, braked or applied. Begun again after a stop, it goes on.</summary>
public sealed class FeedRunner
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly FeedFolder _folder;
    private readonly IScanner _scanner;
    private readonly IEnumerable<IFeedReader> _readers;
    private readonly FeedStaging _staging;
    private readonly FeedApplying _applying;
    private readonly YearLaying _years;
    private readonly AuditLog _audit;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;

    internal FeedRunner(
        TupaDb db, Writing writing, FeedFolder folder, IScanner scanner, IEnumerable<IFeedReader> readers, FeedStaging staging, FeedApplying applying, YearLaying years, AuditLog audit, IServiceScopeFactory scopes, TimeProvider clock) =>
        (_db, _writing, _folder, _scanner, _readers, _staging, _applying, _years, _audit, _scopes, _clock) = (db, writing, folder, scanner, readers, staging, applying, years, audit, scopes, clock);

    /// <summary>Returns how far it has come; <see cref="BatchState.Received"/> still, where the scanner does not answer or somebody else is at it.</summary>
    public async Task<BatchState> RunAsync(BatchId id, IProgress<FeedStep>? progress = null, CancellationToken stop = default)
    {
        var batch = await FindAsync(id, stop);
        if (batch.State is not (BatchState.Received or BatchState.Applying)) return batch.State;
        if (!await _writing.RunAsync(() => FeedClaims.TakeAsync(_db, id, _clock.UtcNow(), stop), stop)) return batch.State;

        if (batch.State == BatchState.Received) await KeptAsync(id, () => UnlessTakenBackAsync(batch, progress, stop), stop);
        batch = await FindAsync(id, stop);
        if (batch.State == BatchState.Applying) await _applying.ApplyAsync(batch, progress, stop);
        return (await FindAsync(id, stop)).State;
    }

    /// <summary>What a person takes back while it is read has lost its file, and nothing more of it may be put down: that is no failure.</summary>
    private async Task UnlessTakenBackAsync(Batch batch, IProgress<FeedStep>? progress, CancellationToken stop)
    {
        try
        {
            await ReadAsync(batch, progress, stop);
        }
        catch (BatchTakenBackException)
        {
            // It may be known here before the commit that says so.
        }
        catch (IOException)
        {
            if ((await FindAsync(batch.Id, stop)).State == BatchState.Received) throw;
        }
    }

    /// <summary>A large file is read for longer than a claim lasts, and nobody else is to begin on it meanwhile.</summary>
    private async Task KeptAsync(BatchId id, Func<Task> work, CancellationToken stop)
    {
        using var working = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var keeping = FeedClaims.KeepAsync(_scopes, id, _clock, working.Token);
        try
        {
            await work();
        }
        finally
        {
            await working.CancelAsync();
            await keeping;
        }
    }

    private Task<Batch> FindAsync(BatchId id, CancellationToken stop) => _db.Set<Batch>().AsNoTracking().SingleAsync(b => b.Id == id, stop);

    private async Task ReadAsync(Batch batch, IProgress<FeedStep>? progress, CancellationToken stop)
    {
        var notes = new FeedNotes();
        if (await _years.KeptAsync(batch, stop) is { } kept)
        {
            await StagedAsync(batch, kept, notes, progress, stop);
            _folder.Delete(batch.Id);
            return;
        }

        switch (await ScannedAsync(batch, stop))
        {
            // What could not be looked at waits; nobody reads it meanwhile.
            case VerdictKind.Down: await _writing.RunAsync(() => FreeAsync(batch.Id, stop), stop); return;
            case VerdictKind.Clean or VerdictKind.Unchecked: break;
            default: notes.Error(FeedText.Blocked); break;
        }

        var reader = _readers.FirstOrDefault(r => r.Format == batch.Format);
        if (reader is null) notes.Error(FeedText.UnknownFormat);
        if (!File.Exists(_folder.PathOf(batch.Id))) notes.Error(FeedText.FileGone);
        var file = new FeedFile(_folder.PathOf(batch.Id), batch.FileName ?? "") { Year = await _years.AskAsync(batch, stop) };
        var feed = notes.HasErrors ? null : await reader!.ReadAsync(file, notes, stop);
        if (batch.ForDay is not null && feed is not null && !notes.HasErrors) feed = await _years.KeepAsync(batch, feed, notes, stop);
        if (feed is null || notes.HasErrors) await EndAsync(batch.Id, BatchState.Refused, notes, stop);
        else await StagedAsync(batch, feed, notes, progress, stop);
        _folder.Delete(batch.Id);
    }

    private async Task<VerdictKind> ScannedAsync(Batch batch, CancellationToken stop)
    {
        if (!_scanner.IsOn || !File.Exists(_folder.PathOf(batch.Id))) return VerdictKind.Unchecked;

        await using var bytes = new FileStream(_folder.PathOf(batch.Id), FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous);
        return (await _scanner.ScanAsync(bytes, bytes.Length, stop)).Kind;
    }

    private async Task StagedAsync(Batch batch, ReadFeed feed, FeedNotes notes, IProgress<FeedStep>? progress, CancellationToken stop)
    {
        batch.Whole = feed.Whole;
        var report = await _staging.StageAsync(batch, feed, notes, progress, stop);
        var last = feed.Whole ? await LastSizeAsync(batch, stop) : 0;
        await _writing.RunAsync<bool>(async () =>
        {
            var now = _clock.UtcNow();
            if (batch.ForDay is not null) await _years.InTurnAsync(batch.Source, batch.Feed, stop);
            await FeedClaims.HoldAsync(_db, batch.Id, now, stop);
            var row = await _db.Set<Batch>().SingleAsync(b => b.Id == batch.Id, stop);
            (row.Whole, row.Live, row.Ending, row.Changes, row.StagedAt) = (feed.Whole, report.Live, report.Ending, report.Changes, now);
            row.Brake = FeedBrake.TooManyEnd(report.Live, report.Ending) ? BrakeCause.Ends : FeedBrake.TooSmall(batch.Bytes, last) ? BrakeCause.Size : BrakeCause.None;
            await ReportAsync(row, report.Counts, notes, stop);
            var nothing = report.Changes == 0 && report.Of(Counted.NewGroups) + report.Of(Counted.RenamedGroups) == 0;
            if (row.ForDay is not null) await _years.LaidOutAsync(row, now, stop);
            else if (row.DryRun) row.End(BatchState.Tried, now);
            else if (row.Brake == BrakeCause.None && (row.AtOnce || nothing)) row.State = BatchState.Applying;
            else row.State = BatchState.Waiting;

            if (row.State == BatchState.Waiting) row.ClaimedUntil = now;
            if (row.Brake != BrakeCause.None && row.State != BatchState.Applying) _audit.Write(Actor.House("register.feed"), "register.batch.braked", row.Id.Value, count: report.Ending);
            return true;
        }, stop);
    }

    private Task<long> LastSizeAsync(Batch batch, CancellationToken stop) => _db.Set<Batch>()
        .Where(b => b.Source == batch.Source && b.Feed == batch.Feed && b.Format == batch.Format && b.State == BatchState.Applied && b.Whole)
        .OrderByDescending(b => b.SentAt).Select(b => b.Bytes).FirstOrDefaultAsync(stop);

    private Task EndAsync(BatchId id, BatchState how, FeedNotes notes, CancellationToken stop) => _writing.RunAsync<bool>(async () =>
    {
        await FeedClaims.HoldAsync(_db, id, _clock.UtcNow(), stop);
        var batch = await _db.Set<Batch>().SingleAsync(b => b.Id == id, stop);
        batch.End(how, _clock.UtcNow());
        await _years.RefuseAsync(batch, _clock.UtcNow(), stop);
        await ReportAsync(batch, new Dictionary<string, int>(), notes, stop);
        _audit.Write(Actor.House("register.feed"), "register.batch.refused", id.Value, count: notes.Count(FeedNoteKind.Error));
        return true;
    }, stop);

    private async Task ReportAsync(Batch batch, IReadOnlyDictionary<string, int> counts, FeedNotes notes, CancellationToken stop)
    {
        var all = new Dictionary<string, int>(counts, StringComparer.Ordinal);
        if (notes.Count(FeedNoteKind.Error) is > 0 and var errors) all[Counted.Errors] = errors;
        if (notes.Count(FeedNoteKind.Dropped) is > 0 and var dropped) all[Counted.Dropped] = dropped;
        batch.Counts = Counted.Write(all);
        await _db.Set<BatchNote>().Where(c => c.Batch == batch.Id).ExecuteDeleteAsync(stop);
        _db.AddRange(notes.InWords.Select((n, i) => BatchNote.Of(batch.Id, i, n)));
    }

    private Task<int> FreeAsync(BatchId id, CancellationToken stop) =>
        _db.Set<Batch>().Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.ClaimedUntil, _clock.UtcNow()), stop);
}
