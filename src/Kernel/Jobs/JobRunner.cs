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
        foreach (var schedule in house.Rooms.SelectMany(r => r.Jobs).Where(j => j.Lengthy == lengthy))
        {
            if (await ClaimAsync(schedule, stop)) { await RunAsync(schedule, stop); ran++; }
        }

        return ran;
    }

    private async Task<bool> ClaimAsync(JobSchedule schedule, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        var now = clock.UtcNow();
        var name = schedule.Job.Name;
        var rung = bell.Take(schedule.Job);

        var known = await db.Set<JobRow>().AsNoTracking().FirstOrDefaultAsync(j => j.Name == name, stop);
        if (known is not null && (known.ClaimedUntil > now || (known.DueAt > now && !rung))) return false;

        return await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(async () =>
        {
            var row = await db.Set<JobRow>().FirstOrDefaultAsync(j => j.Name == name, stop);
            if (row is null)
            {
                row = new JobRow { Name = name, DueAt = now, ClaimedUntil = now };
                db.Add(row);
            }
            else if (row.ClaimedUntil > now)
            {
                return false;
            }

            row.ClaimedUntil = now + Claim;
            row.StartedAt = now;
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
                await Task.Delay(Renewal, clock, stop);
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
                await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync<bool>(async () =>
                {
                    var row = await db.Set<JobRow>().SingleAsync(j => j.Name == schedule.Job.Name, stop);
                    row.ClaimedUntil = clock.UtcNow() + Claim;
                    return true;
                }, stop);
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
        var now = clock.UtcNow();
        await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync(async () =>
        {
            var row = await db.Set<JobRow>().SingleAsync(j => j.Name == schedule.Job.Name, stop);
            (row.FinishedAt, row.DueAt, row.ClaimedUntil) = (now, now + schedule.Every, now);
            (row.Counted, row.Changed, row.Failed, row.Error) = (report.Counted, report.Changed, report.Failed, error);
            return true;
        }, stop);
    }
}
