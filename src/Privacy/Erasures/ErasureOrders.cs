namespace Tupa.Privacy;

/// <summary>What the machine's command line asks for and tells.</summary>
/// <param name="Due">Due today and not held; on a dry run nothing happens to them.</param>
public sealed record ErasureTold(int Due, int Overdue, int Held, int Erased, int Failed, string Left);

/// <summary>What whoever has the machine may order: to see what is due, or to erase it now.</summary>
public sealed class ErasureOrders
{
    private readonly ErasureRun _run;
    private readonly DueQueries _due;
    private readonly ErasureQueries _queries;

    internal ErasureOrders(ErasureRun run, DueQueries due, ErasureQueries queries) => (_run, _due, _queries) = (run, due, queries);

    /// <summary>Counts, and nothing else.</summary>
    public async Task<ErasureTold> TellAsync(DateOnly today, CancellationToken stop) =>
        new(await _due.CountAsync(today, stop), await _due.CountAsync(today.AddDays(-1), stop), await _due.HeldAsync(stop), 0, 0, "");

    /// <summary>Erases whoever is due, as a night would.</summary>
    /// <param name="progress">How many have been done.</param>
    public async Task<ErasureTold> RunAsync(DateOnly today, Action<int> progress, CancellationToken stop)
    {
        var before = await TellAsync(today, stop);
        var report = await _run.RunAsync(ErasureCause.Command, progress, stop);
        return before with { Erased = report.Changed, Failed = report.Failed, Left = await _queries.LeftAsync(stop) };
    }
}
