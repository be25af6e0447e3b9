using Microsoft.EntityFrameworkCore;

namespace Tupa.Tests;

/// <summary>Looks for a text in every text column of a house.</summary>
internal static class Stored
{
    /// <summary>"table.column" of each that holds it, in any case.</summary>
    public static Task<List<string>> WhereAsync(TestHouse house, string database, string text) => house.ReadAsync(async db =>
    {
        var columns = db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null)
            .SelectMany(e => e.GetProperties().Where(p => p.ClrType == typeof(string)).Select(p => (Table: e.GetTableName()!, Column: p.GetColumnName()))).Distinct();
        var found = new List<string>();
        foreach (var (table, column) in columns)
        {
            var sql = database == "sqlite"
                ? $"select count(*) as \"Value\" from \"{table}\" where instr(lower(\"{column}\"), lower({{0}})) > 0"
                : $"select count(*)::int as \"Value\" from \"{table}\" where strpos(lower(\"{column}\"), lower({{0}})) > 0";
            if (await db.Database.SqlQueryRaw<int>(sql, text).SingleAsync() > 0) found.Add($"{table}.{column}");
        }

        return found;
    });
}
