using System.IO.Compression;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// A delivered package, looked over before anything of it is opened: no folders, no way out, no name twice, nothing that unpacks to
/// an unreasonable size. Nothing is ever unpacked to disk.
/// </summary>
internal sealed class DeliveredZip : IDisposable
{
    private const int MostFiles = 100;
    private const long MostBytes = 4L << 30;

    /// <summary>Tables of people pack to a tenth; what packs to less than a two-hundredth is no table of people.</summary>
    private const long MostTimes = 200;

    /// <summary>Under this nobody minds what it unpacks to.</summary>
    private const long Harmless = 1 << 20;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;

    private DeliveredZip(ZipArchive archive, Dictionary<string, ZipArchiveEntry> entries) => (_archive, _entries) = (archive, entries);

    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <summary>Null where the package is refused; every reason is noted.</summary>
    /// <param name="folder">Whether all of it may lie in one folder, as when somebody packs a folder.</param>
    public static DeliveredZip? Open(FeedFile file, FeedNotes notes, bool folder = false)
    {
        ZipArchive? archive = null;
        try
        {
            archive = ZipFile.OpenRead(file.Path);
            var top = folder ? TopOf(archive) : "";
            var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
            var before = notes.Count(FeedNoteKind.Error);
            if (archive.Entries.Count > MostFiles) notes.Error(DeliveryText.TooManyFiles);
            else if (archive.Entries.Any(e => e.Length is < 0 or > MostBytes) || archive.Entries.Sum(e => e.Length) > MostBytes) notes.Error(DeliveryText.Bomb);
            else foreach (var entry in archive.Entries.Where(e => top.Length == 0 || e.FullName != top)) Add(entry, top, entries, notes);

            if (notes.Count(FeedNoteKind.Error) == before) return new(archive, entries);
        }
        catch (InvalidDataException)
        {
            notes.Error(DeliveryText.NotAZip);
        }

        archive?.Dispose();
        return null;
    }

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <exception cref="InvalidDataException">While it is read: it is cut or damaged.</exception>
    public Stream Open(string name)
    {
        var entry = _entries[name];
        return new CheckedStream(entry.Open, entry.Length, entry.Crc32);
    }

    public void Dispose() => _archive.Dispose();

    private static void Add(ZipArchiveEntry entry, string top, Dictionary<string, ZipArchiveEntry> entries, FeedNotes notes)
    {
        var name = entry.FullName.StartsWith(top, StringComparison.Ordinal) ? entry.FullName[top.Length..] : entry.FullName;
        Text? wrong = name switch
        {
            _ when name.Split('/', '\\').Contains("..") || name.StartsWith('/') || name.StartsWith('\\') || name.Contains(':', StringComparison.Ordinal) => DeliveryText.OutOfPackage,
            _ when name.Contains('/', StringComparison.Ordinal) || name.Contains('\\', StringComparison.Ordinal) => DeliveryText.Folder,
            _ when entry.IsEncrypted => DeliveryText.Sealed,
            _ when entry.Length > Harmless && entry.Length > MostTimes * entry.CompressedLength => DeliveryText.Bomb,
            _ when !entries.TryAdd(name, entry) => DeliveryText.FileTwice,
            _ => null,
        };
        if (wrong is { } reason) notes.Error(reason, DeliveryText.ShownFile(entry.FullName));
    }

    private static string TopOf(ZipArchive archive)
    {
        var first = archive.Entries.Count > 0 ? archive.Entries[0].FullName : "";
        var cut = first.IndexOf('/', StringComparison.Ordinal);
        var top = cut > 0 ? first[..(cut + 1)] : "";
        return top is "../" or "./" || archive.Entries.Any(e => !e.FullName.StartsWith(top, StringComparison.Ordinal)) ? "" : top;
    }
}
