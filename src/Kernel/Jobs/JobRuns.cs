using Microsoft.EntityFrameworkCore;

namespace Tupa.Kernel;

/// <summary>How the last run of a job went.</summary>
/// <param name="FinishedAt">Null where it has never run to its end.</param>
/// <param name="Error">The type of what stopped it; null where nothing did.</param>
public sealed record JobRun(DateTime? FinishedAt, int Counted, int Changed, int Failed, string? Error);

/// <summary>Tells when a job ran: what has not run is not said to be well (DESIGN, law 11).</summary>
public sealed class JobRuns(TupaDb db)
{
    /// <summary>Null where it has never been begun.</summary>
    public Task<JobRun?> LastAsync<TJob>(CancellationToken stop) where TJob : IJob
    {
        var name = typeof(TJob).Name;
        return db.Set<JobRow>().Where(j => j.Name == name).Select(j => new JobRun(j.FinishedAt, j.Counted, j.Changed, j.Failed, j.Error)).FirstOrDefaultAsync(stop);
    }
}
