using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>Where the bytes of a blob are in each of its states, and how they go from one place to the next.</summary>
internal sealed class BlobBytes(TupaDb db, Writing writing, IncomingFolder incoming, IBlobStore store)
{
    /// <summary>All the bytes there are of it: what was sent, or, once that is gone, what was made of it.</summary>
    public async IAsyncEnumerable<Stream> AllOfAsync(Blob blob, [EnumeratorCancellation] CancellationToken stop)
    {
        var waiting = incoming.Waiting(blob.Id);
        if (File.Exists(waiting))
        {
            yield return new FileStream(waiting, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0, FileOptions.Asynchronous);
            yield break;
        }

        var kept = await db.Set<Rendition>().Where(r => r.Blob == blob.Id).Select(r => r.Sha256).Distinct().ToListAsync(stop);

        // Moved to the store by a run that ended before it could say so.
        if (kept.Count == 0) kept.Add(blob.Sha256);
        foreach (var sha256 in kept)
        {
            if (await store.OpenAsync(sha256, stop) is { } stream) yield return stream;
        }
    }

    /// <summary>Moves what was sent to the store as it is; safe to repeat.</summary>
    public async Task KeepOriginalAsync(Blob blob, CancellationToken stop)
    {
        var waiting = incoming.Waiting(blob.Id);
        if (File.Exists(waiting)) await store.KeepAsync(blob.Sha256, waiting, stop);
    }

    /// <summary>The row of what <see cref="KeepOriginalAsync"/> moved.</summary>
    public void AddOriginal(Blob blob) => db.Add(new Rendition
    {
        Blob = blob.Id,
        Name = Rendition.Original,
        Sha256 = blob.Sha256,
        Bytes = blob.Bytes,
        Type = blob.Type,
    });

    /// <summary>Inside a writing: lets go of every byte of the blob once the writing is committed. Bytes that another blob uses too stay for it.</summary>
    public Task RemoveAsync(Blob blob, CancellationToken stop) => RemoveAsync([blob], stop);

    /// <summary>As <see cref="RemoveAsync(Blob, CancellationToken)"/>, of many, and their rows with them. As many statements for a thousand as for one.</summary>
    public async Task<int> LetGoAsync(IReadOnlyCollection<Blob> blobs, CancellationToken stop)
    {
        await RemoveAsync(blobs, stop);
        var ids = blobs.Select(b => b.Id).ToList();
        return await db.Set<Blob>().Where(b => ids.Contains(b.Id)).ExecuteDeleteAsync(stop);
    }

    private async Task RemoveAsync(IReadOnlyCollection<Blob> blobs, CancellationToken stop)
    {
        var ids = blobs.Select(b => b.Id).ToList();
        var kept = await db.Set<Rendition>().Where(r => ids.Contains(r.Blob)).Select(r => r.Sha256).ToListAsync(stop);
        var mine = kept.Concat(blobs.Select(b => b.Sha256)).Distinct(StringComparer.Ordinal).ToList();
        var shared = await db.Set<Rendition>().Where(r => !ids.Contains(r.Blob) && mine.Contains(r.Sha256)).Select(r => r.Sha256).ToListAsync(stop);
        await db.Set<Rendition>().Where(r => ids.Contains(r.Blob)).ExecuteDeleteAsync(stop);
        writing.Afterwards(async () =>
        {
            foreach (var id in ids) incoming.Forget(id);
            foreach (var sha256 in mine.Except(shared, StringComparer.Ordinal)) await store.RemoveAsync(sha256, CancellationToken.None);
        });
    }
}
