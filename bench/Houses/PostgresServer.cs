using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Tupa.Bench;

/// <summary>A PostgreSQL of the bench's own in the folder of a house: its defaults with a quarter gigabyte of buffers, and fsync on.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly Process _process;

    private PostgresServer(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>The connection string of the database.</summary>
    public string Address { get; }

    public static async Task<PostgresServer> StartAsync(string folder, CancellationToken stop)
    {
        var bin = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";
        var data = Path.Combine(folder, "postgres");
        var port = ServerProcess.FreePort();
        var fresh = !Directory.Exists(data);
        if (fresh)
        {
            Directory.CreateDirectory(data);
            if (IsRoot) await EndAsync(Process.Start("chown", ["postgres", data]), stop);
            await EndAsync(Start($"{bin}/initdb", "-D", data, "-U", "tupa", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"), stop);
        }

        File.Delete(Path.Combine(data, "postmaster.pid"));
        var process = Start($"{bin}/postgres", "-D", data, "-p", port.ToString(CultureInfo.InvariantCulture), "-k", "/tmp",
            "-c", "listen_addresses=127.0.0.1", "-c", "shared_buffers=256MB", "-c", "max_wal_size=4GB", "-c", "log_min_messages=fatal");
        var address = $"Host=127.0.0.1;Port={port};Username=tupa;Database=";
        await UntilAnswersAsync(address + "postgres", process, stop);
        if (fresh) await ExecuteAsync(address + "postgres", "create database tupa template template0 encoding 'UTF8'", stop);
        return new(process, address + "tupa");
    }

    public async ValueTask DisposeAsync()
    {
        using (var end = Process.Start("kill", ["-INT", $"{_process.Id}"])) await end.WaitForExitAsync();
        await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(1)));
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static async Task UntilAnswersAsync(string address, Process process, CancellationToken stop)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                await ExecuteAsync(address, "select 1", stop);
                return;
            }
            catch (NpgsqlException) when (tried < 300 && !process.HasExited)
            {
                await Task.Delay(100, stop);
            }
        }
    }

    private static async Task ExecuteAsync(string address, string sql, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(address + ";Pooling=false");
        await connection.OpenAsync(stop);
#pragma warning disable CA2100 // Constants of this file.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static Process Start(params string[] command)
    {
        string[] all = IsRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command] : command;
        return Process.Start(new ProcessStartInfo(all[0], all[1..]) { UseShellExecute = false, WorkingDirectory = "/tmp", RedirectStandardOutput = true })!;
    }

    private static async Task EndAsync(Process process, CancellationToken stop)
    {
        using (process)
        {
            if (process.StartInfo.RedirectStandardOutput) await process.StandardOutput.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            if (process.ExitCode != 0) throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode}");
        }
    }
}
