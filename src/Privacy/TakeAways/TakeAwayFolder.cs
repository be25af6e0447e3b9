using Microsoft.Extensions.Configuration;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>
/// Where packages lie: take-aways in Tupa:Folder, one file for each row, readable by the house alone. Beside the blobs and not among them:
/// a package can be made again at any time and must be gone in a week, so no backup carries one.
/// </summary>
internal sealed class TakeAwayFolder(IConfiguration configuration, Disk disk)
{
    private const string Ending = ".zip";

    public string Place { get; } = Path.GetFullPath(Path.Combine(configuration["Tupa:Folder"] ?? "var", "take-aways"));

    /// <summary>The package of a row that is ready.</summary>
    public string FileOf(TakeAwayId id) => Path.Combine(Place, $"{id}{Ending}");

    /// <summary>An empty folder to work in: what a killed making of the same package left is taken away.</summary>
    public string Bench(TakeAwayId id, int tries)
    {
        foreach (var left in Directory.Exists(Place) ? Directory.GetDirectories(Place, $"{id}-*") : []) Directory.Delete(left, recursive: true);
        disk.MakeFolder(Place);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Directory.CreateDirectory(Path.Combine(Place, $"{id}-{tries}")).FullName;
    }

    /// <summary>Makes what was written durable and puts it where it is fetched from. Returns its size.</summary>
    public long Keep(TakeAwayId id, string made)
    {
        long bytes;
        using (var handle = File.OpenHandle(made, FileMode.Open, FileAccess.ReadWrite))
        {
            disk.SettleFile(handle);
            bytes = RandomAccess.GetLength(handle);
        }

        disk.Place(made, FileOf(id));
        return bytes;
    }

    /// <summary>Nothing of it is left; safe to repeat.</summary>
    public void Remove(TakeAwayId id)
    {
        if (!Directory.Exists(Place)) return;
        File.Delete(FileOf(id));
        foreach (var bench in Directory.GetDirectories(Place, $"{id}-*")) Directory.Delete(bench, recursive: true);
    }

    /// <summary>The ids of everything that lies here.</summary>
    public IReadOnlyList<TakeAwayId> Kept() => !Directory.Exists(Place) ? [] :
    [
        .. Directory.EnumerateFileSystemEntries(Place).Select(Path.GetFileName).Where(n => n!.Length >= 36)
            .Select(n => Guid.TryParse(n![..36], out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().Select(TakeAwayId.From),
    ];
}
