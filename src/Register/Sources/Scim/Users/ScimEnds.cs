using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Ends what a user's record keeps up when the directory deletes the user: at once, until within 24 hours more than a tenth of the
/// directory's people would go. From then on sign-in is cut at once, and the ends wait for a person who looks.
/// </summary>
internal sealed class ScimEnds(TupaDb db, Writing writing, AuditLog audit, FeedBrake brake, RecordEnds ends, SourceCuts cuts, TimeProvider clock)
{
    /// <summary>Inside a writing. False where the end waits.</summary>
    public async Task<bool> EndAsync(SourceRecordId record, Actor by, CancellationToken stop)
    {
        var now = clock.UtcNow();
        if (await brake.LetsEndAsync(Source.Scim, "", 1, stop))
        {
            await NowAsync([record], now, by, stop);
            return true;
        }

        await db.Set<ScimUserRecord>().Where(u => u.Record == record).ExecuteUpdateAsync(set => set.SetProperty(u => u.EndAskedAt, now).SetProperty(u => u.ChangedAt, now), stop);
        audit.Write(by, "register.scim.end.held", record.Value);
        await cuts.CutAsync([record], by, stop);
        return false;
    }

    /// <summary>Lets all that waits end now. Returns how many.</summary>
    public Task<int> ApproveAsync(Actor by, CancellationToken stop) => writing.RunAsync(async () =>
    {
        var waiting = await WaitingAsync(stop);
        await LiftAsync(waiting, by, stop);
        await NowAsync(waiting.ConvertAll(w => w.Record), clock.UtcNow(), by, stop);
        return waiting.Count;
    }, stop);

    /// <summary>Nobody of those who wait ends: the deletion was a mistake. The directory sees them again.</summary>
    public Task<int> KeepAsync(Actor by, CancellationToken stop) => writing.RunAsync(async () =>
    {
        var waiting = await WaitingAsync(stop);
        await LiftAsync(waiting, by, stop);
        await db.Set<ScimUserRecord>().Where(u => u.EndAskedAt != null).ExecuteUpdateAsync(set => set.SetProperty(u => u.EndAskedAt, (DateTime?)null), stop);
        foreach (var (record, _) in waiting) audit.Write(by, "register.scim.end.refused", record.Value);
        return waiting.Count;
    }, stop);

    private async Task<List<(SourceRecordId Record, DateTime AskedAt)>> WaitingAsync(CancellationToken stop) =>
        (await db.Set<ScimUserRecord>().Where(u => u.EndAskedAt != null).Select(u => new { u.Record, u.EndAskedAt }).ToListAsync(stop))
        .ConvertAll(u => (u.Record, u.EndAskedAt!.Value));

    /// <summary>Only the cuts that came with the deletion: whom the directory had put out before stays out.</summary>
    private async Task LiftAsync(List<(SourceRecordId Record, DateTime AskedAt)> waiting, Actor by, CancellationToken stop)
    {
        var records = waiting.ConvertAll(w => w.Record);
        var cut = await db.Set<SourceCut>().Where(c => records.Contains(c.Record)).Select(c => new { c.Record, c.CutAt }).ToDictionaryAsync(c => c.Record, c => c.CutAt, stop);
        await cuts.RestoreAsync([.. waiting.Where(w => cut.TryGetValue(w.Record, out var at) && at >= w.AskedAt).Select(w => w.Record)], by, stop);
    }

    private async Task NowAsync(List<SourceRecordId> records, DateTime now, Actor by, CancellationToken stop)
    {
        var ending = await db.Set<SourceRecord>().Where(r => records.Contains(r.Id)).ToListAsync(stop);
        await ends.EndAsync(ending, now, Guid.CreateVersion7(), by, stop);
        await db.Set<ScimUserRecord>().Where(u => records.Contains(u.Record)).ExecuteUpdateAsync(set => set
            .SetProperty(u => u.UserName, (string?)null).SetProperty(u => u.EndAskedAt, (DateTime?)null).SetProperty(u => u.ChangedAt, now), stop);
        foreach (var record in records) audit.Write(by, "register.scim.user.ended", record.Value);
    }
}
