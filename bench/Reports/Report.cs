using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Tupa.Bench;

/// <summary>Writes docs/performance.md out of everything that has been measured so far.</summary>
internal static class Report
{
    /// <param name="folder">Where each run left its results.</param>
    public static async Task WriteAsync(string folder, string file, CancellationToken stop)
    {
        var runs = new List<Results>();
        foreach (var result in Directory.GetFiles(folder, "*.json"))
            runs.Add(JsonSerializer.Deserialize<Results>(await File.ReadAllTextAsync(result, stop))!);
        await File.WriteAllTextAsync(file, Of([.. runs.OrderByDescending(r => r.Database, StringComparer.Ordinal).ThenBy(r => r.People)]), stop);
    }

    private static string Of(IReadOnlyList<Results> runs)
    {
        var page = new StringBuilder();
        page.Line($"# Performance");
        page.Line($"");
        page.Line($"Written by `bin/bench`. Milliseconds; the client is another process on the same machine and takes its share of the cores. The *floor* is a bare endpoint, measured right after each number: it reads the session row, sends the page's slowest statement once more over a connection that keeps it prepared, and gzips as many bytes; for a deed it puts down the same rows in one durable, shared commit. \"Of the floor\" is the throughput beside it.");
        page.Line($"");
        Machines(page, runs);
        GoalTable.Write(page, runs);
        page.AppendLine(Notes());
        foreach (var run in runs) RunTables.Write(page, run);
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Machines(StringBuilder page, IReadOnlyList<Results> runs)
    {
        page.Line($"## Where and when");
        page.Line($"");
        page.Line($"| command | day | machine | fsync of 4 KiB | others' load at the start | database |");
        page.Line($"|---|---|---|---|---|---|");
        foreach (var run in runs)
            page.Line($"| `{run.Command}` | {run.Day} | {run.Machine.Cores} cores ({run.Machine.Processor}), {run.Machine.MemoryGigabytes:0} GB, {run.Machine.Runtime} | {run.Machine.FsyncMilliseconds:0.00} ms | {run.Machine.Busy:0.0} | {run.DatabaseBytes / 1024.0 / 1024:0} MB |");
        page.Line($"");
    }

    /// <summary>What was found and tried, by hand.</summary>
    private static string Notes()
    {
        using var notes = Assembly.GetExecutingAssembly().GetManifestResourceStream("notes.md")!;
        using var reader = new StreamReader(notes);
        return reader.ReadToEnd();
    }

    public static void Line(this StringBuilder page, FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
