namespace Tupa.Kernel;

/// <summary>Work of the house on a schedule: shallow, safe to run twice, safe to stop midway.</summary>
public interface IJob
{
    Task<JobReport> RunAsync(CancellationToken stop);
}

/// <summary>When a job runs. The schedule is a row in kernel_jobs, so two nodes never run the same job at once.</summary>
/// <param name="Job">A type registered in the container that implements <see cref="IJob"/>.</param>
/// <param name="Every">The pause between a finished run and the next.</param>
/// <param name="Lengthy">It may take minutes (a film), so it runs beside the others and does not hold them up.</param>
public sealed record JobSchedule(Type Job, TimeSpan Every, bool Lengthy = false);

/// <summary>What a job did: looked at, changed, failed.</summary>
public sealed record JobReport(int Counted = 0, int Changed = 0, int Failed = 0);
