using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Storage.Sqlite;

/// <summary>The embedded database: one file beside its write-ahead log.</summary>
public sealed class SqliteStorage : IStorage
{
    /// <summary>Registers the database in this file for the whole house.</summary>
    public static void Add(IServiceCollection services, string file)
    {
        var address = Address(file);
        services.AddSingleton<IStorage, SqliteStorage>();
        services.AddSingleton<IBulk, SqliteBulk>();
        services.AddSingleton(provider => new SqliteWriteGate(address));
        services.AddSingleton<IWriteGate>(provider => provider.GetRequiredService<SqliteWriteGate>());
        services.AddDbContext<TupaDb>(db => db.UseSqlite(address).UseHouseQueries().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
    }

    /// <summary>The connection string of a database file.</summary>
    public static string Address(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
        Pooling = true,
    }.ToString();

    public async Task PrepareAsync(TupaDb db, CancellationToken stop) =>
        await db.Database.ExecuteSqlRawAsync("pragma journal_mode = wal", stop);

    public async Task AnalyzeAsync(TupaDb db, CancellationToken stop) =>
        await db.Database.ExecuteSqlRawAsync("pragma analysis_limit = 4000; analyze", stop);

    public async Task SettleAsync(TupaDb db, IReadOnlyList<string> tables, CancellationToken stop) =>
        await db.Database.ExecuteSqlRawAsync("pragma wal_checkpoint(truncate)", stop);
}
