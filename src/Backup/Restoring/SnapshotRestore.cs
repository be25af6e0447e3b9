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

        var put = new List<string>();
        try
        {
            foreach (var name in manifest.Files.Keys.Where(n => n.StartsWith("blobs/", StringComparison.Ordinal)))
                Copy(name, Path.Combine(place.Blobs, Path.GetRelativePath("blobs", name)));
            if (place.IsEmbedded) Copy(manifest.Database, place.DatabaseFile);
            else await PostgresTools.RestoreAsync(place.Database, Path.Combine(snapshot, manifest.Database), stop);
        }
        catch
        {
            // Half a house is no house: what was put stands in the way of the next try.
            foreach (var file in put) File.Delete(file);
            throw;
        }

        return manifest.Files.Count;

        void Copy(string name, string to)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
            put.Add(to);
            File.Copy(Path.Combine(snapshot, name), to);
        }
    }

    private static async Task RefuseWhatIsFullAsync(BackupPlace place, CancellationToken stop)
    {
        if (Directory.Exists(place.Blobs) && Directory.EnumerateFiles(place.Blobs, "*", SearchOption.AllDirectories).Any())
            throw new BackupException($"{place.Blobs} is not empty. Restore into an empty folder.");

        if (place.IsEmbedded)
        {
            // A log that another database has left behind would be played into the one that is put back.
            if (new[] { "", "-wal", "-shm" }.Select(end => place.DatabaseFile + end).FirstOrDefault(File.Exists) is { } standing)
                throw new BackupException($"{standing} exists. Move it away first.");
            return;
        }

        await using var connection = new NpgsqlConnection(place.Database);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand("select count(*) from pg_tables where schemaname = 'public'", connection);
        if ((long)(await command.ExecuteScalarAsync(stop))! > 0) throw new BackupException("The database is not empty. Restore into a new one.");
    }
}
