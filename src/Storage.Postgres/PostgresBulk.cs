using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;
using Tupa.Kernel;

namespace Tupa.Storage.Postgres;

/// <summary>Binary COPY.</summary>
internal sealed class PostgresBulk : IBulk
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public async Task<long> InsertAsync<TEntity>(TupaDb db, IEnumerable<TEntity> rows, CancellationToken stop) where TEntity : class
    {
        var columns = BulkColumns<TEntity>.Of(db);
        var types = columns.Properties.Select(TypeOf).ToArray();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"copy {columns.Table} ({string.Join(", ", columns.Names.Select(n => $"\"{n}\""))}) from stdin (format binary)", stop);

        // The foreign keys of all rows are looked up after the last one, in one long silence.
        copy.Timeout = Longest;

        var count = 0L;
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            for (var i = 0; i < types.Length; i++)
            {
                if (columns.Value(row, i) is { } value) await copy.WriteAsync(value, types[i], stop);
                else await copy.WriteNullAsync(stop);
            }

            count++;
        }

        await copy.CompleteAsync(stop);
        return count;
    }

    private static NpgsqlDbType TypeOf(IProperty property)
    {
        var stored = property.GetRelationalTypeMapping().StoreType;
        return stored switch
        {
            "uuid" => NpgsqlDbType.Uuid,
            "timestamp with time zone" => NpgsqlDbType.TimestampTz,
            "date" => NpgsqlDbType.Date,
            "integer" => NpgsqlDbType.Integer,
            "bigint" => NpgsqlDbType.Bigint,
            "boolean" => NpgsqlDbType.Boolean,
            "bytea" => NpgsqlDbType.Bytea,
            "double precision" => NpgsqlDbType.Double,
            _ => NpgsqlDbType.Text,
        };
    }
}
