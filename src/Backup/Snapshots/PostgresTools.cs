using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace Tupa.Backup;

/// <summary>PostgreSQL's own pg_dump and pg_restore; the password goes by environment, never by the command line.</summary>
internal static class PostgresTools
{
    /// <param name="snapshot">The exported moment that is dumped.</param>
    public static Task DumpAsync(string address, string file, string snapshot, CancellationToken stop) =>
        RunAsync(address, "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", "--file", file], stop);

    public static Task RestoreAsync(string address, string file, CancellationToken stop) =>
        RunAsync(address, "pg_restore", ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", "--dbname", new NpgsqlConnectionStringBuilder(address).Database!, file], stop);

    private static async Task RunAsync(string address, string tool, string[] arguments, CancellationToken stop)
    {
        using var process = Start(new NpgsqlConnectionStringBuilder(address), tool, arguments);
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            if (process.ExitCode != 0) throw new BackupException($"{tool} ended with {process.ExitCode}: {errors.Trim()}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(NpgsqlConnectionStringBuilder place, string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PGHOST"] = place.Host;
        start.Environment["PGPORT"] = $"{place.Port}";
        start.Environment["PGUSER"] = place.Username;
        start.Environment["PGPASSWORD"] = place.Password;
        start.Environment["PGDATABASE"] = place.Database;
        if (place.Passfile is { } file) start.Environment["PGPASSFILE"] = file;
        if (place.RootCertificate is { } root) start.Environment["PGSSLROOTCERT"] = root;
        start.Environment["PGSSLMODE"] = place.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => $"{mode}".ToLowerInvariant(),
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new BackupException($"{tool} is not installed. Install postgresql-client, of the server's version or newer.");
        }
    }
}
