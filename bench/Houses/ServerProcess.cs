using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Tupa.Bench;

/// <summary>The real server, or another command of it, as a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address, TimeSpan firstPage) => (_process, Address, FirstPage) = (process, address, firstPage);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>From the start of the process until the sign-in page had been read.</summary>
    public TimeSpan FirstPage { get; }

    public static async Task<ServerProcess> ServeAsync(BenchOrder order, string? database, CancellationToken stop)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var watch = Stopwatch.StartNew();
        var process = Start(order, database, address.ToString().TrimEnd('/'), "serve");
        using var client = ClosedLoop.Client(address);
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), stop);
                answer.EnsureSuccessStatusCode();
                return new(process, address, watch.Elapsed);
            }
            catch (HttpRequestException failure) when (failure.InnerException is SocketException && !process.HasExited && watch.Elapsed < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(2, stop);
            }
        }
    }

    /// <summary>Runs one command to its end.</summary>
    /// <param name="mostCode">The command may end with this and no more: 1 where it has found something that is no failure of its own.</param>
    public static async Task RunAsync(BenchOrder order, string? database, string[] command, CancellationToken stop, int mostCode = 0)
    {
        using var process = Start(order, database, null, command);
        await process.WaitForExitAsync(stop);
        if (process.ExitCode > mostCode) throw new InvalidOperationException($"tupa {string.Join(' ', command)} ended with {process.ExitCode}");
    }

    /// <summary>Runs one command to its end; the most memory that it held, in MB (PSS).</summary>
    public static async Task<double> WatchedAsync(BenchOrder order, string? database, string[] command, CancellationToken stop)
    {
        using var process = Start(order, database, null, command);
        await using var memory = new MemoryWatch(process.Id);
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0) throw new InvalidOperationException($"tupa {string.Join(' ', command)} ended with {process.ExitCode}");
        return memory.Most;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // As systemd would end it.
            using (var term = Process.Start("kill", ["-TERM", $"{_process.Id}"])) await term.WaitForExitAsync();
            await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(10)));
            if (!_process.HasExited) _process.Kill();
        }

        _process.Dispose();
    }

    private static Process Start(BenchOrder order, string? database, string? listen, params string[] command)
    {
        var info = new ProcessStartInfo(Path.Combine(order.App, "tupa"), command) { WorkingDirectory = order.Folder };
        info.Environment["Tupa__Folder"] = order.HouseFolder;
        if (database is not null) info.Environment["Tupa__Database"] = database;
        if (listen is not null) info.Environment["Tupa__Listen"] = listen;
        return Process.Start(info)!;
    }
}
