using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Tupa.Tests;

/// <summary>EF maps, SQL makes: the migrations give exactly the tables that the model wants, on both databases.</summary>
public sealed partial class DriftTests
{
    private const string SqliteShape = """
        select m.name || '.' || c.name || ' ' || c.type || case c."notnull" when 1 then ' not null' else '' end || case when c.pk > 0 then ' key ' || c.pk else '' end
        from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%' and m.name <> 'kernel_migrations' and m.name not like '%\_fts%' escape '\'
        union all
        select m.name || ' index ' || i.name || case i."unique" when 1 then ' unique' else '' end || ' (' || (select group_concat(coalesce(name, '?') || case "desc" when 1 then ' desc' else '' end, ', ') from (select name, "desc" from pragma_index_xinfo(i.name) where key = 1 order by seqno)) || ')'
            || coalesce((select substr(sql, nullif(instr(lower(sql), ' where '), 0)) from sqlite_master where type = 'index' and name = i.name), '')
        from sqlite_master m, pragma_index_list(m.name) i where m.type = 'table' and i.origin = 'c' and m.name not like '%\_fts%' escape '\'
        union all
        select m.name || ' points with ' || f."from" || ' at ' || f."table" || '.' || f."to" || ' on delete ' || f.on_delete
        from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table' and m.name not like '%\_fts%' escape '\'
        order by 1
        """;

    private const string PostgresShape = """
        select table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '') || ' ' || is_nullable
        from information_schema.columns where table_schema = 'public' and table_name <> 'kernel_migrations' and table_name not in (select table_name from information_schema.views)
        union all
        select tablename || ' ' || indexdef from pg_indexes where schemaname = 'public' and tablename <> 'kernel_migrations'
        union all
        select conrelid::regclass || ' ' || conname || ' ' || replace(pg_get_constraintdef(oid), ' ON UPDATE CASCADE', '') from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'kernel_migrations'
        order by 1
        """;

    /// <summary>What the files say and EF has no word for: a partner's end follows the sponsor's own.</summary>
    private const string Following = "register_sponsorships";

    [Fact]
    public async Task Sqlite_is_made_as_the_model_wants_it()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var file = Path.Combine(house.Folder, "wanted.db");
        await using var wanted = new SqliteConnection($"Data Source={file};Pooling=false");
        await wanted.OpenAsync();
        await ExecuteAsync(wanted, await ScriptAsync(house));
        await using var made = new SqliteConnection($"Data Source={Path.Combine(house.Folder, "tupa.db")};Pooling=false");
        await made.OpenAsync();

        Assert.Equal(await LinesAsync(wanted, SqliteShape), await LinesAsync(made, SqliteShape));
        Assert.Equal(await ChecksAsync(wanted), await ChecksAsync(made));
        Assert.Equal([Following], await LinesAsync(made, """
            select m.name from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table' and f.on_update = 'CASCADE' group by m.name
            """));
    }

    [Fact]
    public async Task Postgres_is_made_as_the_model_wants_it()
    {
        await using var house = await TestHouse.OpenAsync("postgres");
        var name = $"wanted_{Guid.CreateVersion7():n}";
        await using var wanted = new NpgsqlConnection(await PostgresPart.CreateAsync(name));
        await wanted.OpenAsync();
        await ExecuteAsync(wanted, await ScriptAsync(house));

        await house.ReadAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var made = db.Database.GetDbConnection();
            Assert.Equal(await LinesAsync(wanted, PostgresShape), await LinesAsync(made, PostgresShape));
            Assert.Equal([Following], await LinesAsync(made, "select distinct conrelid::regclass::text from pg_constraint where contype = 'f' and confupdtype = 'c'"));
            return true;
        });
        await PostgresPart.DropAsync(name);
    }

    private static Task<string> ScriptAsync(TestHouse house) => house.ReadAsync(db => Task.FromResult(db.Database.GenerateCreateScript()));

    private static async Task ExecuteAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The checks of every table: in this database they stand only in the text that made it.</summary>
    private static async Task<List<string>> ChecksAsync(SqliteConnection connection)
    {
        var tables = await LinesAsync(connection, "select name || char(10) || sql from sqlite_master where type = 'table' and sql is not null and name <> 'kernel_migrations'");
        List<string> checks = [.. tables.SelectMany(t => Check().Matches(t).Select(c => $"{t[..t.IndexOf('\n', StringComparison.Ordinal)]} {c.Value}")).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(checks);
        return checks;
    }

    [GeneratedRegex(@"constraint ""?(?<name>\w+)""? check \((?>[^()]+|(?<open>\()|(?<-open>\)))*\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Check();

    private static async Task<List<string>> LinesAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        lines.Sort(StringComparer.Ordinal);
        Assert.NotEmpty(lines);
        return lines;
    }
}
