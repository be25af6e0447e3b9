using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Tupa.Blobs;

/// <summary>What a tool may use.</summary>
internal sealed record ToolLimits(TimeSpan Time, int MemoryMegabytes, int FileMegabytes);

/// <summary>A tool said no: the bytes are not what it reads.</summary>
internal sealed class ToolRefusedException(string tool, int code) : Exception($"{tool} ended with {code}");

/// <summary>A tool is not installed; the work waits.</summary>
internal sealed class ToolMissingException(string tool, Exception inner) : Exception($"{tool} is not installed", inner);

/// <summary>
/// Runs the tools that read strangers' files (libvips, ffmpeg): one at a time, without network where the system lets us, with
/// bounds on time, processor, memory and file size, and with nothing of our environment.
/// </summary>
internal sealed class MediaTools : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private IReadOnlyList<string>? _alone;

    /// <summary>Runs the tool in the folder to its end; gives what it wrote to its output when that is text.</summary>
    public async Task<string> RunAsync(string tool, IReadOnlyList<string> arguments, string folder, ToolLimits limits, CancellationToken stop)
    {
        var said = "";
        await RunAsync(tool, arguments, folder, limits, async output =>
        {
            using var reader = new StreamReader(output);
            said = await reader.ReadToEndAsync(stop);
        }, stop);
        return said;
    }

    /// <summary>As the other, with the output read as it comes.</summary>
    public async Task RunAsync(
        string tool, IReadOnlyList<string> arguments, string folder, ToolLimits limits, Func<Stream, Task> read, CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            _alone ??= await AloneAsync(stop);
            await BoundAsync(tool, [.. _alone, .. Bounds(limits), tool, .. arguments], folder, limits.Time, read, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static IReadOnlyList<string> Bounds(ToolLimits limits) =>
    [
        "prlimit",
        Invariant($"--as={(long)limits.MemoryMegabytes * 1024 * 1024}"),
        Invariant($"--cpu={(long)Math.Ceiling(limits.Time.TotalSeconds)}"),
        Invariant($"--fsize={(long)limits.FileMegabytes * 1024 * 1024}"),
        "--core=0",
        "--",
    ];

    // A namespace of its own with no network in it; not every container lets us make one.
    private static async Task<IReadOnlyList<string>> AloneAsync(CancellationToken stop)
    {
        string[][] ways = [["unshare", "--net", "--map-root-user"], ["unshare", "--net"]];
        foreach (var way in ways)
        {
            try
            {
                await BoundAsync(way[0], [.. way, "true"], Path.GetTempPath(), TimeSpan.FromSeconds(10), _ => Task.CompletedTask, stop);
                return way;
            }
            catch (ToolRefusedException)
            {
                // Not this way.
            }
        }

        return [];
    }

    private static async Task BoundAsync(
        string tool, IReadOnlyList<string> line, string folder, TimeSpan time, Func<Stream, Task> read, CancellationToken stop)
    {
        using var process = Start(tool, line, folder);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(time);
        try
        {
            process.StandardInput.Close();
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, patience.Token);
            await read(process.StandardOutput.BaseStream).WaitAsync(patience.Token);
            await complaints;
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new ToolRefusedException(tool, -1);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        if (process.ExitCode == 127) throw new ToolMissingException(tool, new FileNotFoundException(tool));
        if (process.ExitCode != 0) throw new ToolRefusedException(tool, process.ExitCode);
    }

    private static Process Start(string tool, IReadOnlyList<string> line, string folder)
    {
        var start = new ProcessStartInfo(line[0])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in line.Skip(1)) start.ArgumentList.Add(argument);
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new ToolMissingException(tool, failure);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
