using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Storage.Sqlite;

/// <summary>The embedded database: one file beside its write-ahead log.</summary>
public sealed class SqliteStorage(SqliteWriteGate gate) : IStorage
{
    /// <summary>SQLITE_CONFIG_MEMSTATUS.</summary>
    private const int MemoryStatus = 9;

    /// <summary>Each waits as long as the connection is patient.</summary>
    private const int Tries = 3;

    /// <summary>Registers the database in this file for the whole house.</summary>
    public static void Add(IServiceCollection services, string file)
    {
        var address = Address(file);
        CountNothing();
        services.AddSingleton<IStorage, SqliteStorage>();
        services.AddSingleton<IBulk, SqliteBulk>();
        services.AddSingleton(provider => new SqliteWriteGate(address));
        services.AddSingleton<IWriteGate>(provider => provider.GetRequiredService<SqliteWriteGate>());
        services.AddSingleton(_ => new ReadConnections(address));
#pragma warning disable EF1001 // See LentConnection.
        services.AddDbContext<TupaDb>((provider, db) => db
            .UseSqlite(address, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .ReplaceService<ISqliteRelationalConnection, LentConnection>()
            .UseHouseQueries()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
#pragma warning restore EF1001
    }

    /// <summary>The connection string of a database file.</summary>
    public static string Address(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
        Pooling = true,
    }.ToString();

    /// <summary>SQLite counts its memory under one lock for all threads, for numbers that nobody reads. Must be said before the first connection.</summary>
    private static void CountNothing()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(MemoryStatus, 0);
    }

    public async Task PrepareAsync(TupaDb db, CancellationToken stop) =>
        await db.Database.ExecuteSqlRawAsync("pragma journal_mode = wal", stop);

    public async Task AnalyzeAsync(TupaDb db, CancellationToken stop) =>
        await db.Database.ExecuteSqlRawAsync("pragma analysis_limit = 4000; analyze", stop);

    public async Task<IReadOnlyList<string>> ColumnsAsync(TupaDb db, CancellationToken stop) => await db.Database.SqlQueryRaw<string>("""
        select m.name || '.' || c.name as "Value" from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table'
        """).ToListAsync(stop);

    /// <summary>
    /// secure_delete wipes a deleted row where it stood, but not the copies that lie in the gaps of pages from which rows once moved
    /// on: a rewritten file has no gaps. All of it passes through the log, so that is emptied last.
    /// </summary>
    public async Task<IReadOnlyList<string>> SettleAsync(TupaDb db, IReadOnlyList<string> tables, CancellationToken stop)
    {
        IReadOnlyList<string> left = [];
        await gate.AloneAsync(async writer =>
        {
            await using var command = writer.CreateCommand();
            command.CommandText = "vacuum";
            await command.ExecuteNonQueryAsync(stop);
            left = await EmptiedAsync(writer, stop) ? [] : ["wal"];
        }, stop);
        return left;
    }

    /// <summary>Whoever reads a long list holds the log open; that is waited for.</summary>
    private static async Task<bool> EmptiedAsync(SqliteConnection writer, CancellationToken stop)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            await using var command = writer.CreateCommand();
            command.CommandText = "pragma wal_checkpoint(truncate)";
            await using var reader = await command.ExecuteReaderAsync(stop);
            if (await reader.ReadAsync(stop) && reader.GetInt32(0) == 0) return true;
        }

        return false;
    }
}
