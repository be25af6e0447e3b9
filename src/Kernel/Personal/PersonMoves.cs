using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Tupa.Kernel;

/// <summary>
/// Lets everything that names one person name another: every column of people in the model, by its <see cref="JoinRule"/>. A room that
/// adds a table has nothing to add here. Inside a writing, past the change tracker; some statements for each column, whatever the rows.
/// </summary>
public sealed class PersonMoves(TupaDb db)
{
    private const int AtOnce = 100;

    private readonly IReadOnlyList<PersonColumn> _columns = PersonColumn.Of(db.Model);

    /// <summary>Whoever would write something of these people waits, and then finds one of them gone. The embedded database has one writer anyway.</summary>
    public async Task HoldAsync(PersonId one, PersonId other, CancellationToken stop)
    {
        if (db.IsEmbedded) return;
        await ExecuteAsync($"select 1 from {Name(PersonColumn.People(db.Model))} where id in ({{0}}, {{1}}) order by id for update", [one.Value, other.Value], stop);
    }

    /// <summary>Returns which rows followed.</summary>
    public async Task<IReadOnlyList<FollowedRows>> JoinAsync(PersonId kept, PersonId lost, CancellationToken stop)
    {
        var followed = new List<FollowedRows>();
        foreach (var column in _columns)
        {
            switch (column.Rule)
            {
                case JoinRule.Follows:
                    if (await FollowAsync(column, kept, lost, stop) is { } rows) followed.Add(rows);
                    break;
                case JoinRule.Ends:
                    await GoAsync(column, $"{Name(column.Column)} = {{0}}", [column.Stored(lost)], stop);
                    break;
                case JoinRule.ByRoom:
                    break;
            }
        }

        return followed;
    }

    /// <summary>Those of the rows that still name the one who is kept name the other again. Returns how many.</summary>
    public async Task<int> PartAsync(IReadOnlyCollection<FollowedRows> followed, PersonId kept, PersonId parted, CancellationToken stop)
    {
        var columns = _columns.ToDictionary(c => (c.Table, c.Column));
        var moved = 0;
        foreach (var rows in followed)
        {
            // A table that is no more has nothing to give back.
            if (!columns.TryGetValue((rows.Table, rows.Column), out var column)) continue;
            foreach (var some in rows.Read().Chunk(AtOnce)) moved += await BackAsync(column, some, kept, parted, stop);
        }

        return moved;
    }

    private async Task<FollowedRows?> FollowAsync(PersonColumn column, PersonId kept, PersonId lost, CancellationToken stop)
    {
        object[] people = [column.Stored(lost), column.Stored(kept)];
        foreach (var rival in column.Rivals)
        {
            var alike = string.Concat(rival.Select(p => $" and rival.{Name(p.GetColumnName())} = {Name(column.Table)}.{Name(p.GetColumnName())}"));
            await GoAsync(column, $"{Name(column.Column)} = {{0}} and exists (select 1 from {Name(column.Table)} as rival where rival.{Name(column.Column)} = {{1}}{alike})", people, stop);
        }

        var keys = column.IsTraced ? await KeysAsync(column, lost, stop) : [];
        await ExecuteAsync($"update {Name(column.Table)} set {Name(column.Column)} = {{1}} where {Name(column.Column)} = {{0}}", people, stop);
        return keys.Count == 0 ? null : FollowedRows.Of(column, keys);
    }

    /// <summary>Rows go, and what points at them is left without.</summary>
    private async Task GoAsync(PersonColumn column, string which, object[] values, CancellationToken stop)
    {
        foreach (var pointer in column.Dependents)
        {
            var (table, points, at) = (Name(pointer.DeclaringEntityType.GetTableName()!), Name(pointer.Properties[0].GetColumnName()), Name(pointer.PrincipalKey.Properties[0].GetColumnName()));
            await ExecuteAsync($"update {table} set {points} = null where {points} in (select {at} from {Name(column.Table)} where {which})", values, stop);
        }

        await ExecuteAsync($"delete from {Name(column.Table)} where {which}", values, stop);
    }

    private async Task<List<IReadOnlyList<string>>> KeysAsync(PersonColumn column, PersonId lost, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var names = column.Key.Count == 0 ? "1" : string.Join(", ", column.Key.Select(k => Name(k.GetColumnName())));
#pragma warning disable CA2100 // Names of the model.
        command.CommandText = $"select {names} from {Name(column.Table)} where {Name(column.Column)} = @person";
#pragma warning restore CA2100
        var person = command.CreateParameter();
        (person.ParameterName, person.Value) = ("person", column.Stored(lost));
        command.Parameters.Add(person);

        var keys = new List<IReadOnlyList<string>>();
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) keys.Add(await KeyAsync(column.Key, rows, stop));
        return keys;
    }

    private static async Task<IReadOnlyList<string>> KeyAsync(IReadOnlyList<IProperty> key, DbDataReader row, CancellationToken stop)
    {
        var values = new string[key.Count];
        for (var i = 0; i < key.Count; i++) values[i] = await FollowedRows.WrittenAsync(row, i, key[i], stop);
        return values;
    }

    private Task<int> BackAsync(PersonColumn column, IReadOnlyList<string>[] keys, PersonId kept, PersonId parted, CancellationToken stop)
    {
        List<object> values = [column.Stored(kept), column.Stored(parted)];
        var which = keys.Select(key => "(" + string.Join(" and ", key.Select((written, i) =>
        {
            values.Add(FollowedRows.Stored(written, column.Key[i]));
            return $"{Name(column.Key[i].GetColumnName())} = {{{values.Count - 1}}}";
        }).DefaultIfEmpty("1 = 1")) + ")");
        return ExecuteAsync($"update {Name(column.Table)} set {Name(column.Column)} = {{1}} where {Name(column.Column)} = {{0}} and ({string.Join(" or ", which)})", values, stop);
    }

    /// <summary>Names come from the model, values are parameters.</summary>
    private Task<int> ExecuteAsync(string sql, IEnumerable<object> values, CancellationToken stop) => db.Database.ExecuteSqlRawAsync(sql, values, stop);

    private static string Name(string name) => $"\"{name}\"";
}
