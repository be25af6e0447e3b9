using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// What the batches of a change of school year do otherwise than others: they are laid out from what was kept, and when that is done the
/// plan waits for a person, or, on its day, is compared with what was approved and goes on.
/// </summary>
internal sealed class YearLaying(TupaDb db, Writing writing, YearContents contents, YearBridging bridging, FeedFolder folder, AuditLog audit, TimeProvider clock)
{
    private static readonly Actor House = Actor.House("register.year");

    /// <summary>Inside a writing, and before anything of a batch is held: whoever decides about changes of this feed, or has laid one out, does so one after another.</summary>
    public Task InTurnAsync(Source? source, string? feed, CancellationToken stop) => writing.InTurnAsync($"school years of {source} {feed}", stop);

    /// <summary>What a reader is to be asked; null for a batch that is of no change.</summary>
    public async Task<YearAsk?> AskAsync(Batch batch, CancellationToken stop) => batch.ForDay is null ? null : new((await OfAsync(batch.Id, stop)).Asked);

    /// <summary>What was kept of the delivery; null where its file is still to be read.</summary>
    public async Task<ReadFeed?> KeptAsync(Batch batch, CancellationToken stop)
    {
        if (batch.ForDay is null) return null;
        var change = await OfAsync(batch.Id, stop);
        return change.KeptAt is null ? null : await contents.ReadAsync(change, stop);
    }

    /// <summary>Keeps what has been read; null where it is no change of school year, which is noted.</summary>
    public async Task<ReadFeed?> KeepAsync(Batch batch, ReadFeed feed, FeedNotes notes, CancellationToken stop)
    {
        var (change, today) = (await OfAsync(batch.Id, stop), clock.Today());
        var day = feed.Day ?? new YearAsk(change.Asked).DayOf(null, today);
        if (!feed.Whole) notes.Error(YearText.NotWhole);
        if (!YearChange.IsNear(day, today)) notes.Error(YearText.WrongDay);
        if (notes.HasErrors) return null;

        await contents.KeepAsync(change, feed, stop);
        var now = clock.UtcNow();
        await writing.RunAsync(async () =>
        {
            await FeedClaims.HoldAsync(db, batch.Id, now, stop);
            await db.Set<Batch>().Where(b => b.Id == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.ForDay, day), stop);
            return await db.Set<YearChange>().Where(c => c.Id == change.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Day, day).SetProperty(c => c.KeptAt, now), stop);
        }, stop);
        batch.ForDay = day;
        return await contents.ReadAsync(await OfAsync(batch.Id, stop), stop);
    }

    /// <summary>Inside the writing that ends the reading of a file with errors.</summary>
    public async Task RefuseAsync(Batch batch, DateTime now, CancellationToken stop)
    {
        if (batch.ForDay is not null) (await db.Set<YearChange>().SingleAsync(c => c.Run == batch.Id, stop)).End(YearState.Refused, now);
    }

    /// <summary>Inside the writing that ends the laying out: the batch goes on where it is what was approved, else the plan waits for a person.</summary>
    public async Task LaidOutAsync(Batch batch, DateTime now, CancellationToken stop)
    {
        var change = await db.Set<YearChange>().SingleAsync(c => c.Run == batch.Id, stop);
        var drift = change is { State: YearState.Applying, Plan: { } approved } ? await DriftAsync(approved, batch.Id, stop) : null;
        if (drift is not null && drift.IsSmall(batch.Live, await SizeAsync(change.Plan!.Value, stop)))
        {
            batch.State = BatchState.Applying;
            return;
        }

        var before = change.Plan;
        batch.End(BatchState.Tried, now);
        (change.Plan, change.Tally, change.Drift) = (batch.Id, YearTally.Write(await TallyAsync(batch.Id, stop)), drift?.Written);
        if (before is { } old) await ForgetPlansAsync([old], stop);
        if (change.DryRun)
        {
            change.End(YearState.Tried, now);
            await contents.ForgetAsync([change.Id], stop);
            return;
        }

        change.State = YearState.Waiting;
        audit.Write(House, drift is null ? "register.year.laidout" : "register.year.braked", change.Id.Value, count: batch.Changes);
        await ReplaceAsync(await db.Set<YearChange>().Where(c => c.State == YearState.Waiting && c.Source == change.Source && c.Feed == change.Feed && c.SentAt < change.SentAt).ToListAsync(stop), now, stop);
    }

    /// <summary>Inside the writing in which the last of it has been applied.</summary>
    public async Task AppliedAsync(Batch batch, DateTime now, CancellationToken stop)
    {
        if (batch.ForDay is null) return;

        var change = await db.Set<YearChange>().SingleAsync(c => c.Run == batch.Id, stop);
        change.End(YearState.Applied, now);
        await ForgetAsync([change], stop);
        await db.Set<YearBridge>().Where(b => b.Change == change.Id).ExecuteDeleteAsync(stop);
        audit.Write(House, "register.year.applied", change.Id.Value, count: batch.Done);
    }

    /// <summary>Inside a writing: a newer delivery takes their place. What they spanned is the newer one's to keep.</summary>
    public async Task ReplaceAsync(List<YearChange> older, DateTime now, CancellationToken stop)
    {
        foreach (var change in older)
        {
            change.End(YearState.Replaced, now);
            audit.Write(House, "register.year.replaced", change.Id.Value);
        }

        await ForgetAsync(older, stop);
    }

    /// <summary>Inside a writing: nobody reads it on, and whoever is at it puts nothing more down. Where the reading has just ended by itself, the change is what it has become.</summary>
    public async Task StopReadingAsync(YearChange change, DateTime now, CancellationToken stop)
    {
        // Whoever reads holds this row while something is put down: it is waited for here, and what it has put down is seen after.
        var run = change.Run;
        var stopped = await db.Set<Batch>().Where(b => b.Id == run && b.State == BatchState.Received).ExecuteUpdateAsync(set => set
            .SetProperty(b => b.State, BatchState.Rejected).SetProperty(b => b.EndedAt, now).SetProperty(b => b.FileName, (string?)null).SetProperty(b => b.ClaimedUntil, now), stop);
        await db.Entry(change).ReloadAsync(stop);
        if (stopped == 0) return;

        await ForgetPlansAsync([run], stop);
        writing.Afterwards(() =>
        {
            folder.Delete(run);
            return Task.CompletedTask;
        });
    }

    /// <summary>Inside a writing: the changes are not coming. What they said of people is forgotten, and what they spanned is let go of.</summary>
    public async Task DropAsync(List<YearChange> dropped, YearState how, DateTime now, CancellationToken stop)
    {
        foreach (var change in dropped)
        {
            change.End(how, now);
            await bridging.LetGoAsync(change.Id, stop);
        }

        await ForgetAsync(dropped, stop);
    }

    private async Task ForgetAsync(List<YearChange> changes, CancellationToken stop)
    {
        if (changes.Count == 0) return;
        await contents.ForgetAsync(changes.ConvertAll(c => c.Id), stop);
        await ForgetPlansAsync([.. changes.Select(c => c.Plan).OfType<BatchId>()], stop);
    }

    private async Task ForgetPlansAsync(List<BatchId> plans, CancellationToken stop)
    {
        await db.Set<Staged>().Where(s => plans.Contains(s.Batch)).ExecuteDeleteAsync(stop);
        await db.Set<StagedGroup>().Where(s => plans.Contains(s.Batch)).ExecuteDeleteAsync(stop);
    }

    private Task<YearChange> OfAsync(BatchId run, CancellationToken stop) => db.Set<YearChange>().AsNoTracking().SingleAsync(c => c.Run == run, stop);

    /// <summary>Marks what was not in the approved plan, and counts it.</summary>
    private async Task<YearDrift> DriftAsync(BatchId approved, BatchId now, CancellationToken stop)
    {
        var (seen, groups) = (db.Set<Staged>().Where(s => s.Batch == approved), db.Set<StagedGroup>().Where(s => s.Batch == approved));
        var rows = db.Set<Staged>().Where(s => s.Batch == now && s.Move != null && s.Move != YearMove.Details && s.Move != YearMove.Unclear);
        await rows.Where(s => !seen.Any(p => p.Key == s.Key && p.Move == s.Move)).ExecuteUpdateAsync(set => set.SetProperty(s => s.Unseen, true), stop);
        var unseen = await rows.CountAsync(s => s.Unseen, stop);
        var leaving = await rows.CountAsync(s => s.Unseen && (s.Move == YearMove.Leaves || s.Move == YearMove.StaffLeaves), stop);
        return new(leaving, unseen - leaving, await db.Set<StagedGroup>().CountAsync(s => s.Batch == now && !groups.Any(p => p.Code == s.Code && p.Change == s.Change), stop));
    }

    private async Task<int> SizeAsync(BatchId plan, CancellationToken stop) =>
        await db.Set<Staged>().CountAsync(s => s.Batch == plan && s.Move != null, stop) + await db.Set<StagedGroup>().CountAsync(s => s.Batch == plan, stop);

    private async Task<IReadOnlyList<SchoolTally>> TallyAsync(BatchId plan, CancellationToken stop)
    {
        var people = await db.Set<Staged>().Where(s => s.Batch == plan && s.Move != null)
            .GroupBy(s => new { s.Move, s.From, s.Unit }).Select(g => new { g.Key.Move, g.Key.From, g.Key.Unit, Count = g.Count() }).ToListAsync(stop);
        var groups = await db.Set<StagedGroup>().Where(s => s.Batch == plan)
            .GroupBy(s => new { s.Change, s.Unit }).Select(g => new { g.Key.Change, g.Key.Unit, Count = g.Count() }).ToListAsync(stop);
        var units = people.SelectMany(p => new[] { p.From, p.Unit }).Concat(groups.Select(g => g.Unit)).OfType<UnitId>().Distinct().ToList();
        var names = await db.Set<Unit>().Where(u => units.Contains(u.Id)).Select(u => new { u.Id, u.NameFi, u.NameSv }).ToDictionaryAsync(u => u.Id, u => (u.NameFi, u.NameSv), stop);
        return YearTally.Of(people.ConvertAll(p => (p.Move!.Value, p.From, p.Unit, p.Count)), groups.ConvertAll(g => (g.Change, g.Unit, g.Count)), names);
    }
}
