using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Tupa.Kernel;

namespace Tupa.Storage.Sqlite;

/// <summary>One prepared statement, bound again for every row.</summary>
internal sealed class SqliteBulk : IBulk
{
    public async Task<long> InsertAsync<TEntity>(TupaDb db, IEnumerable<TEntity> rows, CancellationToken stop) where TEntity : class
    {
        var columns = BulkColumns<TEntity>.Of(db);
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Names of the model.
        command.CommandText = $"insert into {columns.Table} ({string.Join(", ", columns.Names.Select(n => $"\"{n}\""))}) values ({string.Join(", ", columns.Names.Select((_, i) => "$" + i))})";
#pragma warning restore CA2100
        var parameters = columns.Names.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i })).ToArray();
        await command.PrepareAsync(stop);

        var count = 0L;
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = columns.Value(row, i) ?? DBNull.Value;
#pragma warning disable CA1849, MA0042 // SQLite's asynchronous call is the synchronous one with a task around it.
            command.ExecuteNonQuery();
#pragma warning restore CA1849, MA0042
            count++;
        }

        stop.ThrowIfCancellationRequested();
        return count;
    }
}
