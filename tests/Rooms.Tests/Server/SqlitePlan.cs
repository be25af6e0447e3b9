using System.Data.Common;
using System.Text.RegularExpressions;

namespace Tupa.Tests;

/// <summary>How SQLite goes about a statement.</summary>
internal static partial class SqlitePlan
{
    /// <summary>What it would read from end to end, by table or by index.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(DbConnection connection, SentStatement statement, IReadOnlySet<string> large)
    {
        var plan = await GrowingTables.LinesAsync(connection, "explain query plan ", statement);

        // The plan speaks of aliases; those of the view of memberships are its own.
        var tables = new Dictionary<string, string>(StringComparer.Ordinal) { ["m"] = "register_group_members", ["i"] = "register_inclusions" };
        foreach (Match named in Alias().Matches(statement.Sql)) tables[named.Groups["alias"].Value] = named.Groups["table"].Value;
        return
        [
            .. from line in plan
               let scanned = Scan().Match(line)
               where scanned.Success && large.Contains(tables.GetValueOrDefault(scanned.Groups["name"].Value, scanned.Groups["name"].Value))
               select line,
        ];
    }

    [GeneratedRegex(@"""?(?<table>[a-z]+_[a-z_]+)""?\s+AS\s+""?(?<alias>\w+)""?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Alias();

    [GeneratedRegex(@"^SCAN (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scan();
}
