using System.Diagnostics;
using Npgsql;

namespace Tupa.Backup;

/// <summary>PostgreSQL's own pg_dump and pg_restore; the password goes by environment, never by the command line.</summary>
internal static class PostgresTools
{
    public static Task DumpAsync(string address, string file, CancellationToken stop) =>
        RunAsync(address, "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--file", file], stop);

    public static Task RestoreAsync(string address, string file, CancellationToken stop) =>
        RunAsync(address, "pg_restore", ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", "--dbname", new NpgsqlConnectionStringBuilder(address).Database!, file], stop);

    private static async Task RunAsync(string address, string tool, string[] arguments, CancellationToken stop)
    {
        var place = new NpgsqlConnectionStringBuilder(address);
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PGHOST"] = place.Host;
        start.Environment["PGPORT"] = $"{place.Port}";
        start.Environment["PGUSER"] = place.Username;
        start.Environment["PGPASSWORD"] = place.Password;
        start.Environment["PGDATABASE"] = place.Database;

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} is not installed");
        var errors = await process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{tool} ended with {process.ExitCode}: {errors}");
    }
}
