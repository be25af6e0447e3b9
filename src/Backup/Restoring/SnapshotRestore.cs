using Npgsql;

namespace Tupa.Backup;

/// <summary>Puts a snapshot back, into an empty place only: what stands there is never overwritten.</summary>
public static class SnapshotRestore
{
    /// <summary>Checks every digest, then restores. A broken snapshot or a place that is not empty throws <see cref="BackupException"/> before anything is changed.</summary>
    /// <returns>How many files were checked and put back.</returns>
    public static async Task<int> RestoreAsync(string snapshot, BackupPlace place, CancellationToken stop)
    {
        var manifest = await Manifest.ReadAsync(snapshot, stop);
        if (manifest.Kind == "sqlite" != place.IsEmbedded)
            throw new BackupException($"This is a snapshot of {manifest.Kind}; the configured database is another kind.");
        if (await manifest.BrokenAsync(snapshot, stop) is { Count: > 0 } broken)
            throw new BackupException($"{broken.Count} files are missing or changed, the first is {broken[0]}. Nothing was restored.");
        await RefuseWhatIsFullAsync(place, stop);

        foreach (var name in manifest.Files.Keys.Where(n => n.StartsWith("blobs", StringComparison.Ordinal)))
        {
            var to = Path.Combine(place.Blobs, Path.GetRelativePath("blobs", name));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(snapshot, name), to);
        }

        if (place.IsEmbedded) File.Copy(Path.Combine(snapshot, "tupa.db"), place.DatabaseFile);
        else await PostgresTools.RestoreAsync(place.Database, Path.Combine(snapshot, "tupa.pgdump"), stop);
        return manifest.Files.Count;
    }

    private static async Task RefuseWhatIsFullAsync(BackupPlace place, CancellationToken stop)
    {
        if (Directory.Exists(place.Blobs) && Directory.EnumerateFiles(place.Blobs, "*", SearchOption.AllDirectories).Any())
            throw new BackupException($"{place.Blobs} is not empty. Restore into an empty folder.");

        if (place.IsEmbedded)
        {
            if (File.Exists(place.DatabaseFile)) throw new BackupException($"{place.DatabaseFile} exists. Move it away first.");
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(place.DatabaseFile))!);
            return;
        }

        await using var connection = new NpgsqlConnection(place.Database);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand("select count(*) from pg_tables where schemaname = 'public'", connection);
        if ((long)(await command.ExecuteScalarAsync(stop))! > 0) throw new BackupException("The database is not empty. Restore into a new one.");
    }
}
