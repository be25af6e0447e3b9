using System.Security.Cryptography;
using System.Text.Json;

namespace Tupa.Backup;

/// <summary>What a snapshot holds, with a digest of every file: manifest.json, written last, so a folder without it is not a backup.</summary>
/// <param name="Kind">"sqlite" or "postgres".</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="Files">Path within the snapshot to SHA-256 in hex.</param>
public sealed record Manifest(string Kind, DateTime MadeAt, IReadOnlyDictionary<string, string> Files)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The name of the database within a snapshot of this kind.</summary>
    public string Database => DatabaseOf(Kind == "sqlite");

    public static string DatabaseOf(bool embedded) => embedded ? "tupa.db" : "tupa.pgdump";

    public async Task WriteAsync(string folder, CancellationToken stop)
    {
        var path = Path.Combine(folder, FileName);
        await File.WriteAllTextAsync(path + ".part", JsonSerializer.Serialize(this, Indented), stop);
        File.Move(path + ".part", path);
    }

    /// <summary>Reads the manifest; a folder without one, or with a broken one, throws <see cref="BackupException"/>.</summary>
    public static async Task<Manifest> ReadAsync(string folder, CancellationToken stop)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) throw new BackupException($"{folder} holds no {FileName}: the backup was never finished, or this is not one.");
        try
        {
            return JsonSerializer.Deserialize<Manifest>(await File.ReadAllTextAsync(path, stop)) is { Kind: "sqlite" or "postgres", Files: not null } manifest
                && manifest.Files.ContainsKey(manifest.Database) && manifest.Files.Keys.All(IsWithin)
                    ? manifest
                    : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new BackupException($"{path} cannot be read: the snapshot is damaged. Take another one.");
        }
    }

    /// <summary>The files that are missing or not what they were.</summary>
    public async Task<IReadOnlyList<string>> BrokenAsync(string folder, CancellationToken stop)
    {
        var broken = new List<string>();
        foreach (var (name, digest) in Files)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path) || await DigestAsync(path, stop) != digest) broken.Add(name);
        }

        return broken;
    }

    /// <summary>Names come from a file that anybody may have changed: none may lead out of the snapshot, nor out of the folder it is put back into.</summary>
    private static bool IsWithin(string name) => !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains("..");

    internal static async Task<string> DigestAsync(string path, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
    }
}
