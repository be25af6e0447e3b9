using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tupa.Kernel;

namespace Tupa.Storage.Postgres;

/// <summary>PostgreSQL 15 or newer, for when one machine is outgrown.</summary>
public sealed class PostgresStorage(string address) : IStorage
{
    /// <summary>Registers the database at this connection string for the whole house.</summary>
    public static void Add(IServiceCollection services, string address)
    {
        foreach (var host in PostgresAddress.Hosts(address)) services.AddSingleton(new OutboundPlace(host, "PostgreSQL"));
        services.AddSingleton(_ => NpgsqlDataSource.Create(PostgresAddress.ForReaders(address)));
        services.AddSingleton<IStorage>(_ => new PostgresStorage(address));
        services.AddSingleton<IBulk, PostgresBulk>();
        services.AddSingleton<IWriteGate, PostgresWriteGate>();
        services.AddSingleton<ILiveWire, PostgresWire>();
        services.AddDbContext<TupaDb>((provider, db) => db
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .UseHouseQueries()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
    }

    public Task PrepareAsync(TupaDb db, CancellationToken stop) => Task.CompletedTask;

    public async Task AnalyzeAsync(TupaDb db, CancellationToken stop) => await db.Database.ExecuteSqlRawAsync("analyze", stop);

    public async Task<IReadOnlyList<string>> SettleAsync(TupaDb db, IReadOnlyList<string> tables, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address) { Pooling = false, IncludeErrorDetail = true }.ToString());
        await connection.OpenAsync(stop);
        return await new PostgresSettling(connection).RunAsync(tables, stop);
    }

    public async Task<IReadOnlyList<string>> ColumnsAsync(TupaDb db, CancellationToken stop) => await db.Database.SqlQueryRaw<string>("""
        select c.table_name || '.' || c.column_name as "Value" from information_schema.columns c
        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
        """).ToListAsync(stop);
}
