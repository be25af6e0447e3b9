using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>What happens before the doors open: the schema is brought up to date and the standing rows are there.</summary>
public sealed class Opening(Migrator migrator, TupaDb db, Writing writing, IEnumerable<ISeed> seeds)
{
    public async Task RunAsync(CancellationToken stop)
    {
        await migrator.RunAsync(stop);
        await writing.RunAsync<bool>(async () =>
        {
            foreach (var seed in seeds) await seed.SeedAsync(db, stop);
            return true;
        }, stop);
    }
}
