using Microsoft.Data.Sqlite;
using Tupa.Kernel;

namespace Tupa.Backup;

/// <summary>
/// Makes a snapshot while the house is in use: the database first, then the blobs. A blob is never changed after its row says
/// it exists, so the blobs of a later moment hold all that the database of an earlier one points at.
/// </summary>
public sealed class SnapshotMaker(TimeProvider clock)
{
    /// <summary>Makes a snapshot in a new folder under <paramref name="target"/> and returns its path.</summary>
    public async Task<string> MakeAsync(BackupPlace place, string target, CancellationToken stop)
    {
        var at = clock.UtcNow();
        var folder = Path.Combine(Path.GetFullPath(target), $"tupa-{at:yyyyMMdd-HHmmss-fff}");
        Directory.CreateDirectory(folder);

        var database = place.IsEmbedded ? "tupa.db" : "tupa.pgdump";
        if (place.IsEmbedded) CopySqlite(place.DatabaseFile, Path.Combine(folder, database));
        else await PostgresTools.DumpAsync(place.Database, Path.Combine(folder, database), stop);

        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [database] = await Manifest.DigestAsync(Path.Combine(folder, database), stop),
        };
        await CopyBlobsAsync(place.Blobs, folder, files, stop);
        await new Manifest(place.IsEmbedded ? "sqlite" : "postgres", at, files).WriteAsync(folder, stop);
        return folder;
    }

    private static void CopySqlite(string from, string to)
    {
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = from, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);

        // A single file, without a log beside it.
        using var command = copy.CreateCommand();
        command.CommandText = "pragma journal_mode = delete";
        command.ExecuteNonQuery();
    }

    private static async Task CopyBlobsAsync(string blobs, string folder, Dictionary<string, string> files, CancellationToken stop)
    {
        if (!Directory.Exists(blobs)) return;

        foreach (var path in Directory.EnumerateFiles(blobs, "*", SearchOption.AllDirectories))
        {
            var name = Path.Combine("blobs", Path.GetRelativePath(blobs, path));
            var copy = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            try
            {
                File.Copy(path, copy);
            }
            catch (FileNotFoundException)
            {
                // Swept between the listing and the copy; no row of the snapshot may need it for longer than the sweep's grace.
                continue;
            }

            files[name] = await Manifest.DigestAsync(copy, stop);
        }
    }
}
