using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Takes deliveries in and decides on what they would change. The work itself goes on in <see cref="FeedRunner"/>.</summary>
public sealed class FeedActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly FeedIntake _intake;
    private readonly FeedAccess _access;
    private readonly AuditLog _audit;
    private readonly JobBell _bell;
    private readonly TimeProvider _clock;

    internal FeedActions(TupaDb db, Writing writing, FeedIntake intake, FeedAccess access, AuditLog audit, JobBell bell, TimeProvider clock) =>
        (_db, _writing, _intake, _access, _audit, _bell, _clock) = (db, writing, intake, access, audit, bell, clock);

    /// <summary>Streams a delivery in, outside of any writing. Of the newest of a feed it is enough: one that waits undecided lapses.</summary>
    /// <param name="atOnce">Applied by itself where the brake lets it; otherwise somebody approves the diff.</param>
    public async Task<(BatchId? Batch, Refusal? Refusal)> ReceiveAsync(
        Stream body, string fileName, string format, bool dryRun, bool atOnce, Actor by, CancellationToken stop = default)
    {
        var (taken, refusal) = await _intake.TakeAsync(body, format, by, stop);
        if (taken is null) return (null, refusal);

        await _writing.RunAsync<bool>(async () =>
        {
            var now = _clock.UtcNow();
            if (!dryRun) await LapseAsync(taken.Reader, now, stop);
            _db.Add(taken.Row(fileName, dryRun, atOnce, by, now));
            _audit.Write(by, "register.batch.received", taken.Id.Value);
            if (by.Person is not null) _writing.Afterwards(Ring);
            return true;
        }, stop);
        return (taken.Id, null);
    }

    /// <summary>Lets a batch be applied. Past the brake a second person must say so, with a reason. Said twice by one person, it is said once.</summary>
    public Task<Refusal?> ApproveAsync(BatchId id, string? reason, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var (batch, refusal) = await OpenAsync(id, "register.batch.approve", by, stop);
        if (batch is null) return refusal;
        if (batch.State is BatchState.Applying or BatchState.Applied && batch.DecidedBy == by.Person) return null;
        if (batch.State != BatchState.Waiting) return _audit.Refused(by, "register.batch.approve", id.Value, FeedText.NotWaiting);
        if (batch.Brake != BrakeCause.None && batch.SentBy == by.Person) return _audit.Refused(by, "register.batch.approve", id.Value, FeedText.SecondPerson);
        if (batch.Brake != BrakeCause.None && string.IsNullOrWhiteSpace(reason)) return _audit.Refused(by, "register.batch.approve", id.Value, FeedText.NoReason);

        Decide(batch, reason, by);
        batch.State = BatchState.Applying;
        _audit.Write(by, "register.batch.approved", id.Value, count: batch.Changes);
        _writing.Afterwards(Ring);
        return null;
    }, stop);

    /// <summary>Sends a batch back: nothing of it happens, and what it said of people is forgotten.</summary>
    public Task<Refusal?> RejectAsync(BatchId id, string? reason, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var (batch, refusal) = await OpenAsync(id, "register.batch.reject", by, stop);
        if (batch is null) return refusal;
        if (batch.State == BatchState.Rejected && batch.DecidedBy == by.Person) return null;
        if (batch.State != BatchState.Waiting) return _audit.Refused(by, "register.batch.reject", id.Value, FeedText.NotWaiting);
        if (string.IsNullOrWhiteSpace(reason)) return _audit.Refused(by, "register.batch.reject", id.Value, FeedText.NoReason);

        Decide(batch, reason, by);
        batch.End(BatchState.Rejected, _clock.UtcNow());
        await ForgetAsync([id], stop);
        _audit.Write(by, "register.batch.rejected", id.Value);
        return null;
    }, stop);

    private async Task<(Batch? Batch, Refusal? Refusal)> OpenAsync(BatchId id, string deed, Actor by, CancellationToken stop)
    {
        await _writing.InTurnAsync($"batch {id}", stop);
        var batch = await _db.Set<Batch>().SingleOrDefaultAsync(b => b.Id == id, stop);
        var rights = await _access.OfAsync(by, stop);
        return batch is not null && rights.Handled.Contains(batch.Source) ? (batch, null) : (null, _audit.Refused(by, deed, id.Value, Refusal.Absent));
    }

    private void Decide(Batch batch, string? reason, Actor by)
    {
        var said = reason?.Trim();
        (batch.DecidedBy, batch.DecidedAt, batch.Reason) = (by.Person, _clock.UtcNow(), string.IsNullOrEmpty(said) ? null : said.Length > 1000 ? said[..1000] : said);
    }

    private async Task LapseAsync(IFeedReader reader, DateTime now, CancellationToken stop)
    {
        var older = await _db.Set<Batch>().Where(b => b.Source == reader.Source && b.Feed == reader.Feed && b.State == BatchState.Waiting).ToListAsync(stop);
        foreach (var batch in older) batch.End(BatchState.Lapsed, now);
        await ForgetAsync(older.ConvertAll(b => b.Id), stop);
    }

    private async Task ForgetAsync(List<BatchId> batches, CancellationToken stop)
    {
        if (batches.Count == 0) return;
        await _db.Set<Staged>().Where(s => batches.Contains(s.Batch)).ExecuteDeleteAsync(stop);
        await _db.Set<StagedGroup>().Where(s => batches.Contains(s.Batch)).ExecuteDeleteAsync(stop);
    }

    private Task Ring()
    {
        _bell.Ring<FeedWork>();
        return Task.CompletedTask;
    }
}
