using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Tupa.Bench;

/// <summary>A statement as the house sent it, to be sent again without the house.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<DbParameter> Parameters)
{
    public static Statement Of(DbCommand command) => new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]);

    /// <summary>A command of its own on the connection, prepared.</summary>
    public async Task<DbCommand> OnAsync(DbConnection connection, CancellationToken stop)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // What the house itself sent.
        command.CommandText = Sql;
#pragma warning restore CA2100
        foreach (var parameter in Parameters) command.Parameters.Add(Copy(parameter));
        await command.PrepareAsync(stop);
        return command;
    }

    private static DbParameter Copy(DbParameter parameter) => parameter switch
    {
        NpgsqlParameter npgsql => npgsql.Clone(),
        SqliteParameter sqlite => new SqliteParameter { ParameterName = sqlite.ParameterName, SqliteType = sqlite.SqliteType, Value = sqlite.Value },
        _ => throw new NotSupportedException(parameter.GetType().Name),
    };
}
