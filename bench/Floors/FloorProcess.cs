using System.Diagnostics;
using System.Text.Json;

namespace Tupa.Bench;

/// <summary>The floor, as a process of its own.</summary>
internal sealed class FloorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private FloorProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it and waits until it has learnt.</summary>
    public static async Task<FloorProcess> StartAsync(BenchOrder order, string? database, IReadOnlyList<FloorScene> scenes, CancellationToken stop)
    {
        var address = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        var plan = Path.Combine(order.HouseFolder, "floor.json");
        await File.WriteAllTextAsync(plan, JsonSerializer.Serialize(new FloorPlan(address.ToString().TrimEnd('/'), scenes)), stop);

        var info = new ProcessStartInfo(Environment.ProcessPath!, ["floor", plan]) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = order.Folder };
        info.Environment["Tupa__Folder"] = order.HouseFolder;
        if (database is not null) info.Environment["Tupa__Database"] = database;
        var process = Process.Start(info)!;
        while (await process.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            if (line == FloorHost.Ready) return new(process, address);
            await Console.Error.WriteLineAsync(line);
        }

        throw new InvalidOperationException("The floor did not start");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
