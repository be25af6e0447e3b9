using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Tupa.Tests;

/// <summary>A PostgreSQL of the tests' own: one cluster for the process on a free loopback port, or the one that TEST_POSTGRES names.</summary>
public static class PostgresPart
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>The connection string of the maintenance database.</summary>
    public static Task<string> AddressAsync() => Started.Value;

    /// <summary>A new database with the given template; returns its connection string.</summary>
    public static async Task<string> CreateAsync(string name, string template = "template0")
    {
        var address = await AddressAsync();
        await ExecuteAsync(address, $"create database {name} template {template} encoding 'UTF8'");
        return new NpgsqlConnectionStringBuilder(address) { Database = name, MaxPoolSize = 12 }.ToString();
    }

    public static async Task DropAsync(string name) =>
        await ExecuteAsync(await AddressAsync(), $"drop database if exists {name} with (force)");

    private static async Task ExecuteAsync(string address, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } given) return given;

        var bin = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";
        var folder = Directory.CreateTempSubdirectory("tupa-pg-").FullName;
        var port = FreePort();
        if (Environment.UserName == "root") await RunAsync("chown", "postgres", folder);

        await AsPostgresAsync($"{bin}/initdb", "-D", folder + "/data", "-U", "tupa", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var server = Process.Start(Info($"{bin}/postgres", "-D", folder + "/data", "-p", $"{port}", "-k", folder,
            "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "wal_recycle=off", "-c", "max_connections=400", "-c", "shared_buffers=128MB", "-c", "log_min_messages=fatal"))!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(server, folder);

        var address = $"Host=127.0.0.1;Port={port};Username=tupa;Database=postgres";
        await UntilAnswersAsync(address);
        return address;
    }

    private static async Task UntilAnswersAsync(string address)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                await ExecuteAsync(address, "select 1");
                return;
            }
            catch (NpgsqlException) when (tried < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    private static void Stop(Process server, string folder)
    {
        try
        {
            server.Kill(entireProcessTree: true);
            server.WaitForExit(5_000);
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // The machine is going down anyway; a temporary folder may stay.
        }
    }

    private static async Task AsPostgresAsync(params string[] command)
    {
        using var process = Process.Start(Info(command))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}");
    }

    private static ProcessStartInfo Info(params string[] command)
    {
        // PostgreSQL refuses to run as root.
        string[] all = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. command] : command;
        return new(all[0], all[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/tmp" };
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(command[0], command[1..]);
        await process.WaitForExitAsync();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
