using System.Data.Common;
using Npgsql;

namespace Tupa.Storage.Postgres;

/// <summary>The connection string of the house: what its administrator wrote, and what the house adds where nothing was written.</summary>
internal static class PostgresAddress
{
    // A server takes a hundred by itself. Three nodes, or a node and its command line, must find room; more at once than this only wait
    // in the server instead of here.
    private const int MostConnections = 30;

    // The statements of the house are always the same and take longer to plan than to run. What the server would do by itself is to plan
    // each five times anew on every connection, and for ever where it thinks that the plan for all is worse. Nor are they worth compiling.
    private const string Plans = "-c plan_cache_mode=force_generic_plan -c jit=off";

    /// <summary>For the connections that answer requests.</summary>
    public static NpgsqlConnectionStringBuilder ForReaders(string address)
    {
        var written = new DbConnectionStringBuilder { ConnectionString = address };
        var house = new NpgsqlConnectionStringBuilder(address) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2 };
        if (!Names(written, "Maximum Pool Size", "MaxPoolSize")) house.MaxPoolSize = Math.Max(MostConnections, house.MinPoolSize);
        if (!Names(written, "Options")) house.Options = Plans;
        return house;
    }

    /// <summary>The hosts that are named, without their ports; a folder where the server is spoken to by a socket.</summary>
    public static IEnumerable<string> Hosts(string address) =>
        (new NpgsqlConnectionStringBuilder(address).Host ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(h => h.Count(c => c == ':') == 1 ? h[..h.IndexOf(':', StringComparison.Ordinal)] : h);

    private static bool Names(DbConnectionStringBuilder written, params string[] names) => names.Any(written.ContainsKey);
}
