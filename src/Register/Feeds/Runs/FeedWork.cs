using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Takes up every batch that has been received or approved, oldest first, also those that a dead process left. One that fails does not stop the others.</summary>
internal sealed class FeedWork(TupaDb db, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var waiting = await db.Set<Batch>().AsNoTracking()
            .Where(b => (b.State == BatchState.Received || b.State == BatchState.Applying) && b.ClaimedUntil <= now)
            .OrderBy(b => b.SentAt).ThenBy(b => b.Id).Select(b => b.Id).ToListAsync(stop);
        var (changed, failed) = (0, 0);
        Exception? first = null;
        foreach (var batch in waiting)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<FeedRunner>().RunAsync(batch, stop: stop) is not BatchState.Received) changed++;
            }
#pragma warning disable CA1031 // The next one is somebody else's; the first failure is thrown once all have had their turn.
            catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failed++;
                first ??= failure;
            }
        }

        return first is null ? new(waiting.Count, changed, failed) : throw first;
    }
}
