using System.Buffers;
using System.Security.Cryptography;
using Tupa.Blobs;

namespace Tupa.Register;

/// <summary>Where delivered files lie until they have been read: a copy of personal data, so each goes as soon as it can and within a day. Never a blob.</summary>
internal sealed class FeedFolder(BlobsSettings settings)
{
    private const int PieceSize = 128 * 1024;

    public string PathOf(BatchId batch) => Path.Combine(Folder, batch.ToString());

    private string Folder => Directory.CreateDirectory(Path.Combine(settings.Folder, "incoming", "feeds")).FullName;

    /// <summary>Streams a file in; null where it is larger than the house takes, and nothing is left of it then.</summary>
    public async Task<(long Bytes, byte[] Digest)?> WriteAsync(BatchId batch, Stream body, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        var path = PathOf(batch);
        var whole = false;
        try
        {
            await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            var bytes = 0L;
            for (int read; (read = await body.ReadAsync(piece.AsMemory(0, PieceSize), stop)) > 0; bytes += read)
            {
                if (bytes + read > settings.Largest) return null;
                hash.AppendData(piece, 0, read);
                await target.WriteAsync(piece.AsMemory(0, read), stop);
            }

            whole = true;
            return (bytes, hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece, clearArray: true);
            if (!whole) File.Delete(path);
        }
    }

    public void Delete(BatchId batch) => File.Delete(PathOf(batch));

    /// <summary>What lies here longer than since the moment, whether or not any row knows of it.</summary>
    public int DeleteBefore(DateTime moment)
    {
        var old = Directory.EnumerateFiles(Folder).Where(f => File.GetLastWriteTimeUtc(f) < moment).ToList();
        foreach (var file in old) File.Delete(file);
        return old.Count;
    }
}
