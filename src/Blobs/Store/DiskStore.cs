using System.Runtime.CompilerServices;
using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>Bytes in files called by their digest: ab/cd/abcd….</summary>
internal sealed class DiskStore(BlobsSettings settings, Disk disk) : IBlobStore
{
    public Task KeepAsync(string sha256, string file, CancellationToken stop)
    {
        using (var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite)) disk.SettleFile(handle);
        disk.Place(file, PathOf(sha256));
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken stop)
    {
        var file = PathOf(sha256);
        return Task.FromResult<Stream?>(File.Exists(file)
            ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65536, FileOptions.Asynchronous)
            : null);
    }

    public Task RemoveAsync(string sha256, CancellationToken stop)
    {
        var file = PathOf(sha256);
        if (File.Exists(file)) File.Delete(file);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<KeptBytes> AllAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(settings.Folder)) yield break;

        // Two letters, two letters: what else lies in the folder (incoming, waiting, work) is not of the store.
        foreach (var outer in Directory.EnumerateDirectories(settings.Folder, "??"))
        {
            foreach (var file in Directory.EnumerateFiles(outer, "*", SearchOption.AllDirectories))
            {
                stop.ThrowIfCancellationRequested();
                yield return new(Path.GetFileName(file), File.GetLastWriteTimeUtc(file));
            }
        }
    }

    private string PathOf(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(settings.Folder, sha256[..2], sha256[2..4], sha256)
        : throw new ArgumentException("Not a digest", nameof(sha256));
}
