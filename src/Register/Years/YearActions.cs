using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Takes in what a school system says of the next school year, and decides on its plan.</summary>
public sealed class YearActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly FeedIntake _intake;
    private readonly FeedAccess _access;
    private readonly YearLaying _laying;
    private readonly AuditLog _audit;
    private readonly JobBell _bell;
    private readonly TimeProvider _clock;

    internal YearActions(TupaDb db, Writing writing, FeedIntake intake, FeedAccess access, YearLaying laying, AuditLog audit, JobBell bell, TimeProvider clock) =>
        (_db, _writing, _intake, _access, _laying, _audit, _bell, _clock) = (db, writing, intake, access, laying, audit, bell, clock);

    /// <summary>Streams a delivery in, outside of any writing. What is in force or approved stays so: the newer one takes its place when somebody approves it.</summary>
    /// <param name="day">The day it is for; null where the file's own school years are to say, or 1 August.</param>
    /// <param name="dryRun">The plan is shown for a day, and nothing is kept to be applied.</param>
    public async Task<(YearChangeId? Change, BatchId? Batch, Refusal? Refusal)> ReceiveAsync(
        Stream body, string fileName, string format, DateOnly? day, bool dryRun, Actor by, CancellationToken stop = default)
    {
        var today = _clock.Today();
        if (day is { } told && !YearChange.IsNear(told, today)) return (null, null, new(YearText.WrongDay));
        if (!_intake.Knows(format, Source.Schools)) return (null, null, new(YearText.NotOfSchools));

        var (taken, refusal) = await _intake.TakeAsync(body, format, by, stop);
        if (taken is null) return (null, null, refusal);

        var change = YearChangeId.New();
        await _writing.RunAsync<bool>(async () =>
        {
            var now = _clock.UtcNow();
            var batch = taken.Row(fileName, dryRun: true, atOnce: false, by, now, forDay: day ?? YearChange.UsualDay(today));
            _db.Add(batch);
            await _writing.FlushAsync(stop);
            _db.Add(new YearChange
            {
                Id = change,
                Source = batch.Source,
                Feed = batch.Feed,
                Format = format,
                DryRun = dryRun,
                Day = batch.ForDay!.Value,
                Asked = day,
                State = YearState.Reading,
                Run = batch.Id,
                SentBy = by.Person,
                SentAt = now,
            });
            _audit.Write(by, "register.year.received", change.Value);
            if (by.Person is not null) _writing.Afterwards(Ring<FeedWork>);
            return true;
        }, stop);
        return (change, taken.Id, null);
    }

    /// <summary>Lays the plan out anew from what was kept, against the register as it is now: as often as anybody likes, and once where that is under way.</summary>
    public Task<Refusal?> RehearseAsync(YearChangeId id, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var (change, refusal) = await OpenAsync(id, "register.year.rehearse", by, stop);
        if (change is null) return refusal;
        if (change.State == YearState.Reading && change.Plan is not null) return null;
        if (change is not { State: YearState.Waiting, Plan: { } plan }) return _audit.Refused(by, "register.year.rehearse", id.Value, YearText.NotWaiting);

        var batch = YearBatches.Again(change, await _db.Set<Batch>().AsNoTracking().SingleAsync(b => b.Id == plan, stop), dryRun: true, _clock.UtcNow());
        _db.Add(batch);
        await _writing.FlushAsync(stop);
        (change.Run, change.State) = (batch.Id, YearState.Reading);
        _audit.Write(by, "register.year.rehearsed", id.Value);
        _writing.Afterwards(Ring<FeedWork>);
        return null;
    }, stop);

    /// <summary>Lets the plan be applied on a day; one that is approved already gives way. Past the brake a second person must say so, with a reason. Said twice by one person, it is said once.</summary>
    /// <param name="plan">The plan that was looked at.</param>
    /// <param name="day">Null where what was typed is no day.</param>
    public Task<Refusal?> ApproveAsync(YearChangeId id, BatchId plan, DateOnly? day, string? reason, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var (change, refusal) = await OpenAsync(id, "register.year.approve", by, stop);
        if (change is null) return refusal;
        if (change.State == YearState.Approved && change.Plan == plan && change.Day == day && change.DecidedBy == by.Person) return null;
        if (change.State != YearState.Waiting) return Refused(YearText.NotWaiting);
        if (change.Plan != plan) return Refused(YearText.LaidOutAnew);
        if (day is not { } on || !YearChange.IsNear(on, _clock.Today())) return Refused(YearText.WrongDay);

        var laid = await _db.Set<Batch>().AsNoTracking().SingleAsync(b => b.Id == plan, stop);
        var braked = laid.Brake != BrakeCause.None || change.Drift is not null;
        if (braked && change.SentBy is not null && change.SentBy == by.Person) return Refused(YearText.SecondPerson);
        if (braked && string.IsNullOrWhiteSpace(reason)) return Refused(YearText.NoReason);

        var now = _clock.UtcNow();
        var older = await _db.Set<YearChange>().Where(c => c.State == YearState.Approved && c.Source == change.Source && c.Feed == change.Feed).ToListAsync(stop);
        foreach (var old in older)
            await _db.Set<YearBridge>().Where(b => b.Change == old.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.Change, id), stop);
        await _laying.ReplaceAsync(older, now, stop);

        change.Decide(reason, by.Person, now);
        (change.State, change.Day) = (YearState.Approved, on);
        _audit.Write(by, "register.year.approved", id.Value, count: laid.Changes);
        _writing.Afterwards(Ring<YearWork>);
        return null;

        Refusal Refused(Text why) => _audit.Refused(by, "register.year.approve", id.Value, why);
    }, stop);

    /// <summary>Takes the change back before its day, also while it is being read: nothing of it happens, and what it said of people is forgotten.</summary>
    public Task<Refusal?> WithdrawAsync(YearChangeId id, string? reason, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var (change, refusal) = await OpenAsync(id, "register.year.withdraw", by, stop);
        if (change is null) return refusal;
        if (change.State == YearState.Withdrawn && change.DecidedBy == by.Person) return null;

        var now = _clock.UtcNow();
        if (change.State == YearState.Reading) await _laying.StopReadingAsync(change, now, stop);
        if (change.State is not (YearState.Reading or YearState.Waiting or YearState.Approved)) return _audit.Refused(by, "register.year.withdraw", id.Value, YearText.TooLate);

        change.Decide(reason, by.Person, now);
        await _laying.DropAsync([change], YearState.Withdrawn, now, stop);
        _audit.Write(by, "register.year.withdrawn", id.Value);
        return null;
    }, stop);

    private async Task<(YearChange? Change, Refusal? Refusal)> OpenAsync(YearChangeId id, string deed, Actor by, CancellationToken stop)
    {
        // Of one feed one after another: what is approved takes the place of another that is, and only one of two at once.
        var feed = await _db.Set<YearChange>().AsNoTracking().Where(c => c.Id == id).Select(c => new { c.Source, c.Feed }).SingleOrDefaultAsync(stop);
        await _laying.InTurnAsync(feed?.Source, feed?.Feed, stop);
        var change = await _db.Set<YearChange>().SingleOrDefaultAsync(c => c.Id == id, stop);
        var rights = await _access.OfAsync(by, stop);
        return change is not null && rights.Handled.Contains(change.Source) ? (change, null) : (null, _audit.Refused(by, deed, id.Value, Refusal.Absent));
    }

    private Task Ring<TJob>() where TJob : IJob
    {
        _bell.Ring<TJob>();
        return Task.CompletedTask;
    }
}
