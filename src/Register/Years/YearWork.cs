using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Begins approved changes of school year on their day: the first time it looks after that day has begun, however late. Until then it
/// keeps those who go on from running out. What nobody has decided on within a week after its day lapses.
/// </summary>
internal sealed class YearWork(TupaDb db, Writing writing, YearLaying laying, YearBridging bridging, AuditLog audit, JobBell bell, TimeProvider clock) : IJob
{
    private static readonly Actor House = Actor.House("register.year");

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var (today, late) = (clock.Today(), clock.Today().AddDays(-YearChange.Patience));
        var lapsed = await writing.RunAsync(() => LapseAsync(late, stop), stop);
        var approved = await db.Set<YearChange>().AsNoTracking().Where(c => c.State == YearState.Approved).OrderBy(c => c.Day).ThenBy(c => c.SentAt).ToListAsync(stop);
        var changed = lapsed;
        foreach (var change in approved)
        {
            if (change.Day > today) changed += await bridging.SpanAsync(change, stop);
            else if (await writing.RunAsync(() => BeginAsync(change.Id, stop), stop)) changed++;
        }

        return new(approved.Count + lapsed, changed);
    }

    /// <summary>A batch of its own applies it: laid out anew from what was kept, against the register as it is now.</summary>
    private async Task<bool> BeginAsync(YearChangeId id, CancellationToken stop)
    {
        var change = await db.Set<YearChange>().SingleAsync(c => c.Id == id, stop);
        if (change is not { State: YearState.Approved, Plan: { } plan }) return false;

        var batch = YearBatches.Again(change, await db.Set<Batch>().AsNoTracking().SingleAsync(b => b.Id == plan, stop), dryRun: false, clock.UtcNow());
        db.Add(batch);
        await writing.FlushAsync(stop);
        (change.Run, change.State) = (batch.Id, YearState.Applying);
        audit.Write(House, "register.year.begun", change.Id.Value);
        writing.Afterwards(Ring);
        return true;
    }

    private async Task<int> LapseAsync(DateOnly late, CancellationToken stop)
    {
        var lapsing = await db.Set<YearChange>().Where(c => c.State == YearState.Waiting && c.Day < late).ToListAsync(stop);
        foreach (var change in lapsing) audit.Write(House, "register.year.lapsed", change.Id.Value);
        await laying.DropAsync(lapsing, YearState.Lapsed, clock.UtcNow(), stop);
        return lapsing.Count;
    }

    private Task Ring()
    {
        bell.Ring<FeedWork>();
        return Task.CompletedTask;
    }
}

/// <summary>The batches that lay out and apply changes of school year.</summary>
internal static class YearBatches
{
    /// <summary>One that goes by what was kept of the delivery, and not by a file.</summary>
    /// <param name="before">One of the same change.</param>
    /// <param name="dryRun">It only lays out.</param>
    public static Batch Again(YearChange change, Batch before, bool dryRun, DateTime now) => new()
    {
        Id = BatchId.New(),
        Source = change.Source,
        Feed = change.Feed,
        Format = change.Format,
        Bytes = before.Bytes,
        Digest = before.Digest,
        DryRun = dryRun,
        AtOnce = !dryRun,
        State = BatchState.Received,
        ForDay = change.Day,
        SaidAt = change.SentAt,
        SentBy = change.SentBy,
        SentAt = now,
        ClaimedUntil = now,
    };
}
