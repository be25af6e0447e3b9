using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tupa.Kernel;

/// <summary>
/// Runs what is due, one job at a time and long ones beside them, each claimed in the database so that no other node takes it
/// too. A claim is short and renewed while the job runs, so that what a dead process left is taken up again within a minute.
/// </summary>
public sealed class JobRunner(IServiceScopeFactory scopes, House house, JobBell bell, TimeProvider clock, ILogger<JobRunner> log)
    : BackgroundService
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Jobs that run as often as this are queues: somebody waits for them.</summary>
    private static readonly TimeSpan Queue = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The bells of the process before this one went with it; what it was asked for is begun at once.
        foreach (var queue in house.Rooms.SelectMany(r => r.Jobs).Where(j => j.Every <= Queue)) bell.Ring(queue.Job);
        return Task.WhenAll(LoopAsync(lengthy: false, stoppingToken), LoopAsync(lengthy: true, stoppingToken));
    }

    private async Task LoopAsync(bool lengthy, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(lengthy, stop);
                await bell.WaitAsync(Look, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The runner outlives any one failure; each is logged by type.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.LogError("Looking for due jobs failed: {Kind}", failure.GetType().Name);
                await Task.Delay(Look, clock, stop);
            }
        }
    }

    /// <summary>Runs every job whose time has come; returns how many ran. The tests call it instead of waiting.</summary>
    public async Task<int> RunDueAsync(CancellationToken stop) =>
        await RunDueAsync(lengthy: false, stop) + await RunDueAsync(lengthy: true, stop);

    private async Task<int> RunDueAsync(bool lengthy, CancellationToken stop)
    {
        var ran = 0;
        var known = await KnownAsync(stop);
        foreach (var schedule in house.Rooms.SelectMany(r => r.Jobs).Where(j => j.Lengthy == lengthy))
        {
            if (await ClaimAsync(schedule, known.GetValueOrDefault(schedule.Job.Name), stop)) { await RunAsync(schedule, stop); ran++; }
        }

        return ran;
    }

    /// <summary>All of them at once: most times nothing is due, and that is then one statement.</summary>
    private async Task<Dictionary<string, JobRow>> KnownAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TupaDb>().Set<JobRow>().AsNoTracking().ToDictionaryAsync(j => j.Name, StringComparer.Ordinal, stop);
    }

    /// <summary>By one statement, so that of two nodes one gets it.</summary>
    private async Task<bool> ClaimAsync(JobSchedule schedule, JobRow? known, CancellationToken stop)
    {
        var (now, name) = (clock.UtcNow(), schedule.Job.Name);
        var rung = bell.Take(schedule.Job);
        if (known is not null && (known.ClaimedUntil > now || (known.DueAt > now && !rung))) return false;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        var until = now + Claim;
        return await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(async () =>
        {
            var claimed = await db.Set<JobRow>().Where(j => j.Name == name && j.ClaimedUntil <= now && (rung || j.DueAt <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.ClaimedUntil, until).SetProperty(j => j.StartedAt, now), stop);
            if (claimed > 0 || known is not null || await db.Set<JobRow>().AnyAsync(j => j.Name == name, stop)) return claimed > 0;

            db.Add(new JobRow { Name = name, DueAt = now, ClaimedUntil = until, StartedAt = now });
            return true;
        }, stop);
    }

    private async Task RunAsync(JobSchedule schedule, CancellationToken stop)
    {
        JobReport report;
        string? error = null;
        using var running = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewing = RenewAsync(schedule, running.Token);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            report = await ((IJob)scope.ServiceProvider.GetRequiredService(schedule.Job)).RunAsync(stop);
        }
#pragma warning disable CA1031 // A failing job is reported in its row and does not stop the others.
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError("Job {Job} failed: {Kind}", schedule.Job.Name, failure.GetType().Name);
            report = new JobReport(Failed: 1);
            error = failure.GetType().Name;
        }
        catch (OperationCanceledException)
        {
            // The house is told to stop: whoever opens it next takes the job up at once.
            await ReleaseAsync(schedule);
            throw;
        }
        finally
        {
            await running.CancelAsync();
            await renewing;
        }

        await NoteAsync(schedule, report, error, stop);
    }

    private async Task RenewAsync(JobSchedule schedule, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                // Most jobs have ended by then, and that is no failure.
                await Task.Delay(Renewal, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (stop.IsCancellationRequested) return;

                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
                var (name, until) = (schedule.Job.Name, clock.UtcNow() + Claim);
                await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(
                    () => db.Set<JobRow>().Where(j => j.Name == name).ExecuteUpdateAsync(set => set.SetProperty(j => j.ClaimedUntil, until), stop), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The job has ended.
        }
#pragma warning disable CA1031 // A renewal that fails lets the claim lapse; the job itself goes on and is safe to run twice.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError("Renewing the claim of {Job} failed: {Kind}", schedule.Job.Name, failure.GetType().Name);
        }
    }

    private async Task ReleaseAsync(JobSchedule schedule)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(async () =>
        {
            (await db.Set<JobRow>().SingleAsync(j => j.Name == schedule.Job.Name)).ClaimedUntil = clock.UtcNow();
            return true;
        });
    }

    private async Task NoteAsync(JobSchedule schedule, JobReport report, string? error, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        var (name, now) = (schedule.Job.Name, clock.UtcNow());
        var due = now + schedule.Every;
        await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(() => db.Set<JobRow>().Where(j => j.Name == name).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.FinishedAt, now).SetProperty(j => j.DueAt, due).SetProperty(j => j.ClaimedUntil, now)
            .SetProperty(j => j.Counted, report.Counted).SetProperty(j => j.Changed, report.Changed).SetProperty(j => j.Failed, report.Failed)
            .SetProperty(j => j.Error, error), stop), stop);
    }
}
