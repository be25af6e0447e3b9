using System.Data.Common;
using System.Text.Json;

namespace Tupa.Tests;

/// <summary>How PostgreSQL goes about a statement when it looks things up one by one and reads a table whole only where it can do nothing else.</summary>
internal static class PostgresPlan
{
    /// <summary>
    /// What it would read from end to end, by table or by an index without a condition. A walk along the people in the order of the alphabet
    /// is let be: whether to begin there or at the words that were typed is chosen by numbers, and the numbers here are small.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(DbConnection connection, SentStatement statement, IReadOnlySet<string> large)
    {
        await using var reading = await connection.BeginTransactionAsync();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off";
            await command.ExecuteNonQueryAsync();
        }

        var plan = await GrowingTables.LinesAsync(connection, "explain (format json) ", statement);
        using var json = JsonDocument.Parse(string.Concat(plan));
        return [.. Faults(json.RootElement[0].GetProperty("Plan"), large)];
    }

    private static IEnumerable<string> Faults(JsonElement node, IReadOnlySet<string> large)
    {
        var (kind, table) = (Of(node, "Node Type"), Of(node, "Relation Name"));
        var walks = kind is "Index Scan" or "Index Only Scan" && Of(node, "Index Cond").Length == 0 && table != "register_people";
        if (large.Contains(table) && (kind == "Seq Scan" || walks))
            yield return $"{kind} on {table} {Of(node, "Index Name")}";
        if (!node.TryGetProperty("Plans", out var parts)) yield break;

        foreach (var fault in parts.EnumerateArray().SelectMany(p => Faults(p, large))) yield return fault;
    }

    private static string Of(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
