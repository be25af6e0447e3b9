using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tupa.Kernel;

/// <summary>Runs what is due, one job at a time, each claimed in the database so that no other node takes it too.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, House house, JobBell bell, TimeProvider clock, ILogger<JobRunner> log)
    : BackgroundService
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(stoppingToken);
                await bell.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The runner outlives any one failure; each is logged by type.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.LogError("Looking for due jobs failed: {Kind}", failure.GetType().Name);
                await Task.Delay(Look, clock, stoppingToken);
            }
        }
    }

    /// <summary>Runs every job whose time has come; returns how many ran. The tests call it instead of waiting.</summary>
    public async Task<int> RunDueAsync(CancellationToken stop)
    {
        var ran = 0;
        foreach (var schedule in house.Rooms.SelectMany(r => r.Jobs))
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

        await NoteAsync(schedule, report, error, stop);
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
