using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Who works on a batch holds it for a minute at a time: a command and the house at work never work on one together, and what a dead process held is taken up.</summary>
internal static class FeedClaims
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    /// <summary>Inside a writing. False where somebody else holds it.</summary>
    public static async Task<bool> TakeAsync(TupaDb db, BatchId batch, DateTime now, CancellationToken stop) =>
        await db.Set<Batch>().Where(b => b.Id == batch && b.ClaimedUntil <= now).ExecuteUpdateAsync(set => set.SetProperty(b => b.ClaimedUntil, now + Claim), stop) > 0;

    /// <summary>Inside a writing of the one who holds it.</summary>
    public static Task<int> RenewAsync(TupaDb db, BatchId batch, DateTime now, CancellationToken stop) =>
        db.Set<Batch>().Where(b => b.Id == batch).ExecuteUpdateAsync(set => set.SetProperty(b => b.ClaimedUntil, now + Claim), stop);
}
