using Microsoft.Data.Sqlite;

namespace Tupa.Backup;

/// <summary>Copies the embedded database by its own online backup: all of it as it was at one moment, while others write.</summary>
internal static class SqliteCopy
{
    /// <param name="then">Called once the moment of the copy has passed.</param>
    /// <returns>The bytes that the copy points at.</returns>
    public static async Task<IReadOnlyList<NeededBytes>> MakeAsync(string from, string to, Action then, CancellationToken stop)
    {
        File.Delete(to);
        await using var source = Open(from, SqliteOpenMode.ReadWrite);
        await using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(copy);
        then();

        // A single file, without a log beside it.
        await using var command = copy.CreateCommand();
        command.CommandText = "pragma journal_mode = delete";
        await command.ExecuteNonQueryAsync(stop);
        return await NeededBytes.AllAsync(copy, stop);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }
}
