using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tupa.Bench;

/// <summary>What it was measured on.</summary>
/// <param name="FsyncMilliseconds">The median of writing four kilobytes and waiting until the disk has them.</param>
internal sealed record Machine(string Processor, int Cores, double MemoryGigabytes, string System, string Runtime, double FsyncMilliseconds, double Busy)
{
    public static Machine Here(string folder) => new(
        Line("/proc/cpuinfo", "model name")?.Split(':')[^1].Trim() ?? "?",
        Environment.ProcessorCount,
        Math.Round(Number(Line("/proc/meminfo", "MemTotal")) / 1024 / 1024, 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        Fsync(folder),
        Load());

    /// <summary>The one-minute load: how much else the machine had to do.</summary>
    public static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], global::System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The proportional memory of a process, in megabytes: what is shared with others is counted in part.</summary>
    public static double Pss(int process) => Number(Line($"/proc/{process}/smaps_rollup", "Pss:")) / 1024;

    private static double Fsync(string folder)
    {
        const int Times = 100;
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "fsync.probe");
        var page = new byte[4096];
        var took = new List<double>(Times);
        using (var probe = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1))
        {
            for (var i = 0; i < Times; i++)
            {
                var from = Stopwatch.GetTimestamp();
                probe.Write(page);
                probe.Flush(flushToDisk: true);
                took.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        }

        File.Delete(file);
        return took.Order().ElementAt(Times / 2);
    }

    private static string? Line(string file, string start) =>
        File.ReadLines(file).FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal));

    private static double Number(string? line) => line is null ? 0 : double.Parse(
        new string([.. line.SkipWhile(c => c != ':').Skip(1).Where(char.IsAsciiDigit)]), global::System.Globalization.CultureInfo.InvariantCulture);
}
