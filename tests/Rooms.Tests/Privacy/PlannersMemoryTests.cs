using Npgsql;
using Tupa.Storage.Postgres;

namespace Tupa.Tests;

/// <summary>PostgreSQL keeps common values of each column for its planner, and a name among them outlives its row.</summary>
public sealed class PlannersMemoryTests
{
    private const string Name = "Xqvzwkjhyrtp";

    [Fact]
    public async Task Who_begins_to_read_while_tables_are_rewritten_does_not_keep_a_deleted_name_among_the_common_values()
    {
        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 }) Assert.Skip("TEST_POSTGRES names a server whose files cannot be read from here.");

        var database = $"t{Guid.CreateVersion7():n}";
        await using var source = NpgsqlDataSource.Create(await PostgresPart.CreateAsync(database) + ";Include Error Detail=true");
        await DoAsync(source, "create table first (x int); create table names (name text)");
        await DoAsync(source, $"insert into names select '{Name}' from generate_series(1, 200); insert into names select 'nobody' from generate_series(1, 200)");
        await DoAsync(source, "analyze names");
        await DoAsync(source, $"delete from names where name = '{Name}'");
        var before = await SaidAsync(source, "select pg_relation_filenode('pg_statistic')::text");

        // Somebody uses the first table; so the rewriting has looked around already, and waits there while another begins to read.
        await using var user = await BegunAsync(source, "begin; lock table first in access share mode");
        await using var connection = await source.OpenConnectionAsync();
        var settling = new PostgresSettling(connection).RunAsync(["first", "names"], default);
        await UntilAsync(source, "exists (select from pg_locks where not granted and relation = 'first'::regclass)", TimeSpan.FromMinutes(1));
        await using var reader = await BegunAsync(source, "begin isolation level repeatable read; select count(*) from pg_class");
        await DoAsync(user, "commit");
        await UntilAsync(source, $"pg_relation_filenode('pg_statistic') <> {before}", TimeSpan.FromSeconds(4));
        await DoAsync(reader, "commit");

        Assert.Empty(await settling);
        await GoneAsync(source, database);
    }

    [Fact]
    public async Task What_was_known_of_a_table_that_is_empty_now_is_known_no_more()
    {
        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 }) Assert.Skip("TEST_POSTGRES names a server whose files cannot be read from here.");

        var database = $"t{Guid.CreateVersion7():n}";
        await using var source = NpgsqlDataSource.Create(await PostgresPart.CreateAsync(database) + ";Include Error Detail=true");
        await DoAsync(source, "create table \"names\" (id uuid primary key, name varchar(40) collate \"C\" not null, at timestamptz(6), \"group\" text)");
        await DoAsync(source, "create table others (id int primary key, of uuid references names (id))");
        await DoAsync(source, $"insert into names select gen_random_uuid(), '{Name}', now(), '{Name}' from generate_series(1, 200)");
        await DoAsync(source, "analyze names");
        await DoAsync(source, "delete from names");
        const string Columns = "select string_agg(format('%s %s %s', attname, format_type(atttypid, atttypmod), attcollation), ', ' order by attnum) from pg_attribute where attrelid = 'names'::regclass and attnum > 0";
        var made = await SaidAsync(source, Columns);

        await using var connection = await source.OpenConnectionAsync();
        Assert.Empty(await new PostgresSettling(connection).RunAsync(["names", "others"], default));

        Assert.Equal(made, await SaidAsync(source, Columns));
        Assert.Equal("0", await SaidAsync(source, "select count(*)::text from pg_stats where tablename = 'names'"));
        await GoneAsync(source, database);
    }

    /// <summary>The name is in no file of the database, which is then dropped.</summary>
    private static async Task GoneAsync(NpgsqlDataSource source, string database)
    {
        var needles = new Needles();
        needles.Add(Name, "name");
        var (folder, oid) = (await SaidAsync(source, "show data_directory"), await SaidAsync(source, $"select oid::text from pg_database where datname = '{database}'"));
        Assert.Empty(needles.InFolder(Path.Combine(folder, "base", oid)));
        NpgsqlConnection.ClearAllPools();
        await source.DisposeAsync();
        await PostgresPart.DropAsync(database);
    }

    /// <summary>Waits for it, and no longer than this.</summary>
    private static async Task UntilAsync(NpgsqlDataSource source, string what, TimeSpan most)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await SaidAsync(source, $"select ({what})::text") == "false" && TimeProvider.System.GetElapsedTime(started) < most) await Task.Delay(50);
    }

    private static async Task<NpgsqlConnection> BegunAsync(NpgsqlDataSource source, string sql)
    {
        var connection = await source.OpenConnectionAsync();
        await DoAsync(connection, sql);
        return connection;
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task DoAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> SaidAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
