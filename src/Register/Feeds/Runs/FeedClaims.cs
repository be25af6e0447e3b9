using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Who works on a batch holds it for a minute at a time: a command and the house at work never work on one together, and what a dead process held is taken up.</summary>
internal static class FeedClaims
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);

    /// <summary>Inside a writing. False where somebody else holds it.</summary>
    public static async Task<bool> TakeAsync(TupaDb db, BatchId batch, DateTime now, CancellationToken stop) =>
        await db.Set<Batch>().Where(b => b.Id == batch && b.ClaimedUntil <= now).ExecuteUpdateAsync(set => set.SetProperty(b => b.ClaimedUntil, now + Claim), stop) > 0;

    /// <summary>
    /// Inside a writing of the one who works on it, before anything of the batch is put down: until the commit nobody takes the batch back,
    /// and one that somebody has taken back is found so. It goes on being held.
    /// </summary>
    /// <exception cref="BatchTakenBackException">Nothing more of it is to be put down.</exception>
    public static async Task HoldAsync(TupaDb db, BatchId batch, DateTime now, CancellationToken stop)
    {
        if (await db.Set<Batch>().Where(b => b.Id == batch && (b.State == BatchState.Received || b.State == BatchState.Applying))
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.ClaimedUntil, now + Claim), stop) == 0) throw new BatchTakenBackException();
    }

    /// <summary>Inside a writing of the one who holds it.</summary>
    public static Task<int> RenewAsync(TupaDb db, BatchId batch, DateTime now, CancellationToken stop) =>
        db.Set<Batch>().Where(b => b.Id == batch).ExecuteUpdateAsync(set => set.SetProperty(b => b.ClaimedUntil, now + Claim), stop);

    /// <summary>Renews the claim beside long work, such as the reading of a large file, until it is told to stop.</summary>
    public static async Task KeepAsync(IServiceScopeFactory scopes, BatchId batch, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Renewal, clock, stop);
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
                await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(() => RenewAsync(db, batch, clock.UtcNow(), stop), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The work has ended.
        }
    }
}

/// <summary>A person has taken the batch back while it was being read.</summary>
internal sealed class BatchTakenBackException : Exception;
