using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>Lets go of what no room points at any more: rows, then bytes; and of bytes that no row speaks of. Safe to run twice, safe to stop midway.</summary>
internal sealed class BlobSweep(
    TupaDb db, Writing writing, IEnumerable<IBlobUse> uses, BlobBytes bytes, IncomingFolder incoming, IBlobStore store, TimeProvider clock) : IJob
{
    /// <summary>Between the arrival of bytes and the row that points at them.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private const int AtATime = 200;

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var limit = clock.UtcNow() - Grace;
        var (swept, gone) = (0, 0);
        while ((gone = await writing.RunAsync(() => UnusedAsync(limit, stop), stop)) > 0) swept += gone;

        // Files carry the machine's time, which is not the house's own when that is moved.
        var onDisk = TimeProvider.System.UtcNow() - Grace;
        return new(Changed: swept + await StrayAsync(onDisk, stop) + await WaitingAsync(onDisk, stop));
    }

    private async Task<int> UnusedAsync(DateTime limit, CancellationToken stop)
    {
        var unused = db.Set<Blob>().Where(b => b.TouchedAt < limit);
        foreach (var use in uses)
        {
            var used = use.Used(db);
            unused = unused.Where(b => !used.Contains(b.Id));
        }

        var going = await unused.AsNoTracking().OrderBy(b => b.Id).Take(AtATime).ToListAsync(stop);
        return going.Count == 0 ? 0 : await bytes.LetGoAsync(going, stop);
    }

    // A run that ended between its commit and its last deletion leaves bytes without a row.
    private async Task<int> StrayAsync(DateTime limit, CancellationToken stop)
    {
        var swept = 0;
        await foreach (var kept in store.AllAsync(stop))
        {
            if (kept.Since >= limit || await db.Set<Rendition>().AnyAsync(r => r.Sha256 == kept.Sha256, stop)) continue;
            if (await db.Set<Blob>().AnyAsync(b => b.Sha256 == kept.Sha256 && b.State == BlobState.Checking, stop)) continue;

            await store.RemoveAsync(kept.Sha256, stop);
            swept++;
        }

        return swept;
    }

    private async Task<int> WaitingAsync(DateTime limit, CancellationToken stop)
    {
        var swept = 0;
        foreach (var (id, path) in incoming.Since(limit))
        {
            if (await db.Set<Blob>().AnyAsync(b => b.Id == id && (b.Media == MediaState.Waiting || b.Media == MediaState.Preparing), stop)) continue;

            // An upload of hours touches its file as long as it lasts, so what is old here is dead.
            if (File.Exists(path)) File.Delete(path);
            else if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
            swept++;
        }

        return swept;
    }
}
