using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>The yard before the store: bytes on their way in, bytes that wait to be checked, and the bench they are worked on. Nothing is served from here.</summary>
internal sealed class IncomingFolder
{
    private readonly string _folder;

    public IncomingFolder(BlobsSettings settings, Disk disk)
    {
        _folder = settings.Folder;
        foreach (var part in new[] { "incoming", "waiting", "work" }) disk.MakeFolder(Path.Combine(_folder, part));
    }

    /// <summary>The file of bytes that are still being sent.</summary>
    public string Arriving(BlobId id) => Path.Combine(_folder, "incoming", id.ToString());

    /// <summary>The file of bytes that have arrived whole.</summary>
    public string Waiting(BlobId id) => Path.Combine(_folder, "waiting", id.ToString());

    /// <summary>An empty folder to work in. What an interrupted work left there is gone.</summary>
    public string Bench(BlobId id)
    {
        var bench = Path.Combine(_folder, "work", id.ToString());
        if (Directory.Exists(bench)) Directory.Delete(bench, recursive: true);
        return Directory.CreateDirectory(bench).FullName;
    }

    /// <summary>Removes all there is of it here; safe to repeat.</summary>
    public void Forget(BlobId id)
    {
        File.Delete(Waiting(id));
        var bench = Path.Combine(_folder, "work", id.ToString());
        if (Directory.Exists(bench)) Directory.Delete(bench, recursive: true);
    }

    /// <summary>Everything that lies here since before the moment, with the id of its blob.</summary>
    public IReadOnlyList<(BlobId Id, string Path)> Since(DateTime moment) =>
    [
        .. from part in new[] { "incoming", "waiting", "work" }
           from path in Directory.EnumerateFileSystemEntries(Path.Combine(_folder, part))
           where File.GetLastWriteTimeUtc(path) < moment && Guid.TryParse(Path.GetFileName(path), out _)
           select (new BlobId(Guid.Parse(Path.GetFileName(path))), path),
    ];
}
