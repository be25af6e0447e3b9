using Tupa.Kernel;

namespace Tupa.Backup;

/// <summary>A snapshot that was made.</summary>
/// <param name="Missing">Bytes that a row points at and that are nowhere: the house itself has lost them.</param>
public sealed record Snapshot(string Folder, IReadOnlyList<string> Missing);

/// <summary>
/// Makes a snapshot while the house is in use: what waits, the database, what waits by now, the store. Bytes do not change once
/// a row says they exist, but they move, and what nobody uses goes; so at the end every row of the copied database is asked
/// whether its bytes came along. Where some did not, the database is copied once more, to a moment they are copied for.
/// </summary>
public sealed class SnapshotMaker(TimeProvider clock)
{
    private const int MostTries = 4;

    /// <summary>Makes a snapshot in a new folder under <paramref name="target"/>.</summary>
    /// <exception cref="BackupException">There is no database, or a program that copies it is missing.</exception>
    public async Task<Snapshot> MakeAsync(BackupPlace place, string target, CancellationToken stop)
    {
        if (place.IsEmbedded && !File.Exists(place.DatabaseFile)) throw new BackupException($"There is no {place.DatabaseFile}: no house stands there. Tupa:Folder names the folder of the house.");

        var folder = Path.Combine(Path.GetFullPath(target), $"tupa-{clock.UtcNow():yyyyMMdd-HHmmss-fff}");
        Directory.CreateDirectory(folder);
        var database = Path.Combine(folder, Manifest.DatabaseOf(place.IsEmbedded));
        var blobs = new BlobCopy(place.Blobs, folder);
        DateTime at;
        IReadOnlyList<NeededBytes> missing;
        var tries = 0;
        do
        {
            blobs.CopyWaiting();
            at = clock.UtcNow();
            var needed = place.IsEmbedded
                ? await SqliteCopy.MakeAsync(place.DatabaseFile, database, blobs.CopyWaiting, stop)
                : await PostgresCopy.MakeAsync(place.Database, database, blobs.CopyWaiting, stop);
            blobs.CopyStore();
            missing = [.. needed.Where(n => !blobs.Has(n))];
        }
        while (missing.Count > 0 && ++tries < MostTries);

        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in blobs.Names.Append(Path.GetFileName(database)).Order(StringComparer.Ordinal))
            files[name] = await Manifest.DigestAsync(Path.Combine(folder, name), stop);
        await new Manifest(place.IsEmbedded ? "sqlite" : "postgres", at, files).WriteAsync(folder, stop);
        return new(folder, [.. missing.Select(n => n.Sha256)]);
    }
}
