using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Demo;

/// <summary>Brings the pictures, sounds and films of the town in as uploads come in: received, checked, made ready. Each once.</summary>
internal sealed class MediaShelf(Receiving receiving, ScanJob scan, MediaJob make, Writing writing)
{
    /// <summary>The blob of each file. Call it outside of any writing.</summary>
    /// <param name="folder">Where the files are drawn, or lie since an earlier fill.</param>
    public async Task<IReadOnlyDictionary<string, BlobId>> BringAsync(string folder, FillWatch watch, CancellationToken stop)
    {
        var all = DemoMedia.Files;
        var drawn = 0;
        await DemoMedia.RenderAsync(folder, all, () => watch.Said("Pictures, sounds and films", Interlocked.Increment(ref drawn), all.Count * 2L), stop);

        var blobs = new Dictionary<string, BlobId>(StringComparer.Ordinal);
        foreach (var file in all)
        {
            blobs[file] = await TakeAsync(Path.Combine(folder, file), file, stop);
            await scan.RunAsync(stop);
            await make.RunAsync(stop);
            watch.Said("Pictures, sounds and films", drawn + blobs.Count, all.Count * 2L);
        }

        return blobs;
    }

    private async Task<BlobId> TakeAsync(string path, string name, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        var (received, refusal) = await receiving.ReceiveAsync(file, name, stop);
        if (received is null) throw new InvalidOperationException($"{name}: {refusal!.Reason.En}");
        return await writing.RunAsync(() => receiving.AddAsync(received, stop), stop);
    }
}
