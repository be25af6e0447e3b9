using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Tupa.Kernel;

namespace Tupa.Bench;

/// <summary>Puts down the rows that a deed of the house left, once more under another id: plain inserts in one durable commit, by the house's own gate.</summary>
internal sealed class FloorWriter
{
    private readonly List<string> _inserts = [];
    private readonly bool _embedded;
    private readonly Guid _thing;

    /// <param name="thing">The id under which the deed's rows stand.</param>
    public FloorWriter(TupaDb db, IReadOnlyList<FloorTable> tables, Guid thing)
    {
        (_embedded, _thing) = (db.IsEmbedded, thing);
        foreach (var table in tables) _inserts.Add(Insert(db, table));
    }

    public async Task WriteAsync(TupaDb db, IWriteGate gate, CancellationToken stop) => await gate.RunAsync(db, async () =>
    {
        var copy = Guid.CreateVersion7();
        foreach (var insert in _inserts)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
#pragma warning disable CA2100 // Names of the model.
            command.CommandText = insert;
#pragma warning restore CA2100
            Add(command, "@thing", _thing);
            Add(command, "@copy", copy);
            Add(command, "@fresh", Guid.CreateVersion7());
            if (await command.ExecuteNonQueryAsync(stop) == 0) throw new InvalidOperationException($"Nothing was copied by {insert}");
        }
    }, stop);

    private static string Insert(TupaDb db, FloorTable table)
    {
        var entity = db.Model.GetEntityTypes().Single(e => e.GetTableName() == table.Table);
        var columns = entity.GetProperties().ToList();
        var names = columns.Select(c => $"\"{c.GetColumnName()}\"");
        var values = columns.Select(c => table.Fresh.Contains(c.GetColumnName()) ? Fresh(db, c) : Copied(c));
        return $"insert into {table.Table} ({string.Join(", ", names)}) select {string.Join(", ", values)} from {table.Table} where \"{table.Find}\" = @thing limit 1";
    }

    private static string Copied(IProperty column)
    {
        var name = $"\"{column.GetColumnName()}\"";
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        return type == typeof(Guid) || House.IsId(type) ? $"case when {name} = @thing then @copy else {name} end" : name;
    }

    private static string Fresh(TupaDb db, IProperty column) => column.ClrType == typeof(byte[]) && !db.IsEmbedded ? "uuid_send(@fresh)" : "@fresh";

    private void Add(DbCommand command, string name, Guid value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = _embedded ? DbType.Binary : DbType.Guid;
        parameter.Value = _embedded ? value.ToByteArray(bigEndian: true) : value;
        command.Parameters.Add(parameter);
    }
}
