using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Notifications;

namespace Tupa.Privacy;

/// <summary>
/// Makes the packages that were ordered, one after the other. One that was killed midway is begun anew; one that fails is told of, and
/// nothing of it is handed over. Safe to run twice, safe to stop midway.
/// </summary>
internal sealed class TakeAwayMaking(IServiceScopeFactory scopes, PackageMaker maker, TakeAwayFolder folder, TimeProvider clock, ILogger<TakeAwayMaking> log) : IJob
{
    private static readonly Actor House = Actor.House("privacy.take-away-making");

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var (made, failed) = (0, 0);
        while (await NextAsync(stop) is { } order)
        {
            if (await OneAsync(order, stop)) made++;
            else failed++;
        }

        return new(Counted: made + failed, Changed: made, Failed: failed);
    }

    /// <summary>Takes the oldest order. Nobody else makes packages while this job is claimed, so one that is being made was left by a dead process.</summary>
    private Task<TakeAway?> NextAsync(CancellationToken stop) => WriteAsync<TakeAway?>(async (services, db) =>
    {
        var order = await db.Set<TakeAway>().Where(t => t.State == TakeAwayState.Making || t.State == TakeAwayState.Waiting).OrderBy(t => t.OrderedAt).FirstOrDefaultAsync(stop);
        if (order is null) return null;

        (order.State, order.Tries, order.Done, order.Rooms, order.Rows, order.Files) = (TakeAwayState.Making, order.Tries + 1, 0, services.GetServices<IPersonalData>().Count(), 0, 0);
        return order;
    }, stop);

    private async Task<bool> OneAsync(TakeAway order, CancellationToken stop)
    {
        try
        {
            if (order.Tries > TakeAway.MostTries) throw new InvalidOperationException("A package was begun too often and never ended");
            var bench = folder.Bench(order.Id, order.Tries);
            var about = new PackageOrder(order.Person, order.Language, clock.UtcNow());
            var made = await maker.MakeAsync(about, bench, progress => ToldAsync(order, progress, stop), stop);
            var bytes = folder.Keep(order.Id, made.File);
            Directory.Delete(bench, recursive: true);
            if (!await EndAsync(order, TakeAwayState.Ready, made.Progress, bytes, stop)) folder.Remove(order.Id);
            return true;
        }
        catch (OrderGoneException)
        {
            folder.Remove(order.Id);
            return true;
        }
#pragma warning disable CA1031 // Whatever a room fails with, the package fails and the next one is made; it is logged by type, for its words may name people.
        catch (Exception failure) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError("Making a take-away package failed: {Kind}", failure.GetType().Name);
            folder.Remove(order.Id);

            // What was deleted under the hands of its maker has not failed.
            return !await EndAsync(order, TakeAwayState.Failed, null, 0, stop);
        }
    }

    /// <exception cref="OrderGoneException">It was deleted, or its person has gone, while it was being made.</exception>
    private async Task ToldAsync(TakeAway order, PackageProgress progress, CancellationToken stop)
    {
        var told = await WriteAsync((_, db) => db.Set<TakeAway>().Where(t => t.Id == order.Id && t.Tries == order.Tries)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Done, progress.Rooms).SetProperty(t => t.Rows, progress.Rows).SetProperty(t => t.Files, progress.Files), stop), stop);
        if (told == 0) throw new OrderGoneException();
    }

    private Task<bool> EndAsync(TakeAway order, TakeAwayState how, PackageProgress? progress, long bytes, CancellationToken stop) => WriteAsync(async (services, db) =>
    {
        var row = await db.Set<TakeAway>().FirstOrDefaultAsync(t => t.Id == order.Id && t.Tries == order.Tries, stop);
        if (row is null) return false;

        row.End(how, clock.UtcNow());
        if (progress is not null) (row.Done, row.Rows, row.Files, row.Bytes) = (progress.Rooms, progress.Rows, progress.Files, bytes);
        services.GetRequiredService<AuditLog>().Write(House, how == TakeAwayState.Ready ? "privacy.take-away.made" : "privacy.take-away.failed", order.Id.Value, order.Person);
        await services.GetRequiredService<Notices>().SendAsync([new(order.Person, NoticeKind.TakeAway, order.Id.Value, ThingKind: TakeAwayBell.Mark(how == TakeAwayState.Ready))], stop);
        return true;
    }, stop);

    private async Task<T> WriteAsync<T>(Func<IServiceProvider, TupaDb, Task<T>> work, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        return await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(() => work(scope.ServiceProvider, db), stop);
    }

    private sealed class OrderGoneException : Exception;
}
