using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Server;

namespace Tupa.Bench;

/// <summary>
/// What it takes to make the package of a person with many things, in another process than the server: how long, how large, and how much
/// is alive in memory meanwhile, which should be the same for many things as for few.
/// </summary>
internal sealed class TakingAway(Settings settings)
{
    private static readonly int[] Things = [1_000, 10_000, 50_000];

    public async Task AllAsync(CancellationToken stop)
    {
        await using var services = Composition.Services(settings).BuildServiceProvider();
        foreach (var things in Things)
        {
            var person = await Erasing.FullAsync(services, things, stop);

            // Once for the time, and once while somebody collects and counts all the time.
            var (seconds, bytes) = await MakeAsync(services, person, stop);
            var live = await LiveAsync(() => MakeAsync(services, person, stop), stop);
            Round.Say($"take-away of {things} things: {seconds:0.0} s, {bytes / 1e6:0.0} MB, alive in memory at most {live / 1e6:0.0} MB above what was before");
        }
    }

    private static async Task<(double Seconds, long Bytes)> MakeAsync(ServiceProvider services, PersonId person, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync<bool>(async () =>
        {
            await db.Set<TakeAway>().Where(t => t.Person == person).ExecuteDeleteAsync(stop);
            db.Add(new TakeAway { Id = TakeAwayId.New(), Person = person, Language = Language.Default, OrderedAt = scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow() });
            return true;
        }, stop);

        var watch = Stopwatch.StartNew();
        var made = await scope.ServiceProvider.GetRequiredService<TakeAwayMaking>().RunAsync(stop);
        if (made is not { Changed: 1, Failed: 0 }) throw new InvalidOperationException($"{made}");
        return (watch.Elapsed.TotalSeconds, await db.Set<TakeAway>().Where(t => t.Person == person).Select(t => t.Bytes).SingleAsync(stop));
    }

    private static async Task<long> LiveAsync(Func<Task> work, CancellationToken stop)
    {
        var (before, most) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        var doing = work();
        while (await Task.WhenAny(doing, Task.Delay(50, stop)) != doing) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        await doing;
        return most;
    }
}
