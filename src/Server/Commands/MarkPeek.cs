using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Tupa.Storage.Sqlite;

namespace Tupa.Server;

/// <summary>Reads one mark without opening the house: at every start it is asked whether there is anything to do.</summary>
internal static class MarkPeek
{
    /// <summary>The mark; null where there is none, no table of them, or no database yet.</summary>
    public static async Task<string?> AtAsync(Settings settings, string name, CancellationToken stop)
    {
        if (settings.Database.Length == 0 && !File.Exists(settings.DatabaseFile)) return null;

        await using DbConnection connection = settings.Database.Length > 0
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.Database) { Pooling = false }.ToString())
            : new SqliteConnection(SqliteStorage.Address(settings.DatabaseFile));
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "select value from kernel_marks where name = @name";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("name", name);
        command.Parameters.Add(parameter);
        try
        {
            return (string?)await command.ExecuteScalarAsync(stop);
        }
        catch (Exception missing) when (missing is SqliteException { SqliteErrorCode: 1 } or PostgresException { SqlState: PostgresErrorCodes.UndefinedTable })
        {
            return null;
        }
    }
}
