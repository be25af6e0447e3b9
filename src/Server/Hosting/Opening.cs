using Tupa.Kernel;
using Tupa.Privacy;

namespace Tupa.Server;

/// <summary>What happens before the doors open: the schema is brought up to date, the standing rows are there, and whom a backup brought back is erased again.</summary>
public sealed class Opening(Migrator migrator, TupaDb db, Writing writing, IEnumerable<ISeed> seeds, LedgerReplay ledger)
{
    /// <exception cref="LedgerException">It cannot be known who has been erased, or they cannot be erased again.</exception>
    public Task<int> RunAsync(CancellationToken stop) => RunAsync(replay: true, stop);

    /// <summary>Returns how many were erased again.</summary>
    /// <param name="replay">False only where the ledger itself is what is to be mended.</param>
    public async Task<int> RunAsync(bool replay, CancellationToken stop)
    {
        await migrator.RunAsync(stop);
        await writing.RunAsync<bool>(async () =>
        {
            foreach (var seed in seeds) await seed.SeedAsync(db, stop);
            return true;
        }, stop);
        return replay ? await ledger.RunAsync(stop) : 0;
    }
}
