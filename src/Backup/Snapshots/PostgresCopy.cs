using System.Data;
using Npgsql;

namespace Tupa.Backup;

/// <summary>Copies PostgreSQL by pg_dump, at a moment that is held open meanwhile: what is read beside the dump is of the same moment.</summary>
internal static class PostgresCopy
{
    /// <param name="then">Called once the moment of the copy has passed.</param>
    /// <returns>The bytes that the copy points at.</returns>
    public static async Task<IReadOnlyList<NeededBytes>> MakeAsync(string address, string to, Action then, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ToString());
        await connection.OpenAsync(stop);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await using var command = new NpgsqlCommand("select pg_export_snapshot()", connection);
        var snapshot = (string)(await command.ExecuteScalarAsync(stop))!;
        then();

        var needed = await NeededBytes.AllAsync(connection, stop);
        await PostgresTools.DumpAsync(address, to, snapshot, stop);
        return needed;
    }
}
