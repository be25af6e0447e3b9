using System.Globalization;
using Npgsql;

namespace Tupa.Storage.Postgres;

/// <summary>
/// Makes erased values leave the files of PostgreSQL. A plain vacuum frees their places and leaves the bytes; so the tables are
/// rewritten with their indexes, then the planner's memory of common values is made anew and rewritten too, and the log of changes
/// is switched and checkpointed, after which the server removes the segments before (with <c>wal_recycle = off</c>).
/// </summary>
/// <param name="connection">With <c>Include Error Detail</c>: how many rows were carried along is said in a detail.</param>
internal sealed class PostgresSettling(NpgsqlConnection connection)
{
    /// <summary>A table that somebody uses is waited for no longer than this: whoever comes after waits behind.</summary>
    private const string Patience = "set lock_timeout = '2s'";

    private const int Tries = 10;
    private static readonly TimeSpan LongestSnapshot = TimeSpan.FromSeconds(30);

    /// <summary>So long, for all tables together, what carried rows along is rewritten anew: whoever needs them is gone by then, or reads for hours.</summary>
    private static readonly TimeSpan LongestCarrying = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    // Whoever looks at an older moment still needs the old rows, so a rewriting would carry them along.
    private const string OlderReaders = """
        select count(*) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and xact_start < @since and (backend_xmin is not null or backend_xid is not null)
        """;

    // A table that has just been emptied keeps what the planner knew of it: to analyze nothing changes nothing. Its columns are given
    // the type that they have, for with the type of a column goes what was known of its values.
    private const string KnownOfNothing = """
        select string_agg(format('alter column %I type %s%s', a.attname, format_type(a.atttypid, a.atttypmod),
            (select format(' collate %I.%I', n.nspname, c.collname) from pg_collation c join pg_namespace n on n.oid = c.collnamespace where c.oid = a.attcollation)), ', ')
        from pg_stats s join pg_attribute a on a.attrelid = @table::regclass and a.attname = s.attname
        where s.tablename = @table and s.schemaname = (select n.nspname from pg_class t join pg_namespace n on n.oid = t.relnamespace where t.oid = @table::regclass)
        """;

    private readonly List<string> _left = [];
    private long _since;
    private bool _waits;

    /// <summary>What could not be done.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> tables, CancellationToken stop)
    {
        if (!new NpgsqlConnectionStringBuilder(connection.ConnectionString).IncludeErrorDetail) throw new InvalidOperationException("Settling listens to details, and this connection leaves them out");

        await ExecuteAsync(Patience, stop);
        if (!await BeginAsync(stop)) _left.Add("snapshot");
        foreach (var table in tables)
        {
            if (!await RewrittenAsync($"vacuum (full, verbose, analyze) \"{table}\"", stop) || !await ForgottenAsync(table, stop)) _left.Add(table);
        }

        // The common values of before were replaced while the tables were rewritten: whoever began to read meanwhile still needs those.
        await BeginAsync(stop);
        if (!await RewrittenAsync("vacuum (full, verbose) pg_catalog.pg_statistic", stop)) _left.Add("statistics");
        if (!await LogLeftBehindAsync(stop)) _left.Add("wal");
        return _left;
    }

    /// <summary>Waits until nobody reads at a moment before this one; where somebody goes on reading, nothing is rewritten twice for it.</summary>
    private async Task<bool> BeginAsync(CancellationToken stop)
    {
        _waits = await AloneAsync(stop);
        _since = TimeProvider.System.GetTimestamp();
        return _waits;
    }

    /// <summary>Waits until nobody reads at a moment before this one.</summary>
    private async Task<bool> AloneAsync(CancellationToken stop)
    {
        var since = (await ScalarAsync("select clock_timestamp()", stop))!;
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await using var command = new NpgsqlCommand(OlderReaders, connection);
            command.Parameters.AddWithValue("since", since);
            if ((long)(await command.ExecuteScalarAsync(stop))! == 0) return true;
            if (TimeProvider.System.GetElapsedTime(started) > LongestSnapshot) return false;
            await Task.Delay(Look, TimeProvider.System, stop);
        }
    }

    /// <summary>What the planner knows of the values of a table in which nothing is.</summary>
    private async Task<bool> ForgottenAsync(string table, CancellationToken stop)
    {
        if (await ScalarAsync($"select 1 from \"{table}\" limit 1", stop) is not null) return true;

        await using var command = new NpgsqlCommand(KnownOfNothing, connection);
        command.Parameters.AddWithValue("table", table);
        return await command.ExecuteScalarAsync(stop) is not string columns || await RewrittenAsync($"alter table \"{table}\" {columns}", stop);
    }

    /// <summary>
    /// Whoever may not rewrite a table is only warned, so the warnings are listened to. So is what was carried along: a connection that is just
    /// being opened looks at a moment of its own and stands in no list yet, and the rows that it could see go over into the new file.
    /// </summary>
    private async Task<bool> RewrittenAsync(string sql, CancellationToken stop)
    {
        var (skipped, carried) = (false, false);
        void Hear(object? sender, NpgsqlNoticeEventArgs heard)
        {
            skipped |= heard.Notice.SqlState == PostgresErrorCodes.Warning;
            carried |= FirstNumber(heard.Notice.Detail) > 0;
        }

        connection.Notice += Hear;
        try
        {
            var busyTimes = 0;
            while (true)
            {
                try
                {
                    carried = false;
                    await ExecuteAsync(sql, stop);
                    if (!carried) return !skipped;
                    if (!_waits || TimeProvider.System.GetElapsedTime(_since) > LongestCarrying) return false;

                    // The planner's own gatherer, or a connection that is slow to open, is gone in a while; a busy machine makes it a long one.
                    await Task.Delay(Look, TimeProvider.System, stop);
                    await AloneAsync(stop);
                }
                catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
                {
                    if (++busyTimes == Tries) return false;
                    await Task.Delay(Look, TimeProvider.System, stop);
                }
                catch (PostgresException bound) when (bound.SqlState == PostgresErrorCodes.FeatureNotSupported)
                {
                    // A column that a view reads keeps its type, and with it what is known of it.
                    return false;
                }
            }
        }
        finally
        {
            connection.Notice -= Hear;
        }
    }

    /// <summary>"3 dead row versions cannot be removed yet.", in whatever language the server speaks.</summary>
    private static long FirstNumber(string? detail)
    {
        var digits = string.Concat((detail ?? "").SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private async Task<bool> LogLeftBehindAsync(CancellationToken stop)
    {
        try
        {
            await ExecuteAsync("select pg_switch_wal()", stop);
            await ExecuteAsync("checkpoint", stop);
            return await ScalarAsync("show wal_recycle", stop) is "off";
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken stop)
    {
#pragma warning disable CA2100 // Constants of this file and names of tables of the model.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(stop);
    }

    private async Task ExecuteAsync(string sql, CancellationToken stop)
    {
#pragma warning disable CA2100 // Names of tables of the model; VACUUM takes no parameters.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)TimeSpan.FromHours(1).TotalSeconds };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(stop);
    }
}
