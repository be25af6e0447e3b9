using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>
/// Makes checked pictures, films and sounds ready to show. The state of the row is the queue: what was being made when the
/// power went is made again from the start.
/// </summary>
internal sealed class MediaJob(
    TupaDb db, Writing writing, IncomingFolder incoming, IBlobStore store, BlobBytes bytes, PictureMaker pictures, FilmMaker films, ILogger<MediaJob> log) : IJob
{
    private const int MostAttempts = 3;

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var (counted, changed, failed) = (0, 0, 0);
        while (await TakeAsync(stop) is { } blob)
        {
            counted++;
            try
            {
                if (await OneAsync(blob, stop)) changed++;
                else failed++;
            }
            catch (ToolMissingException missing)
            {
                log.LogError("Files wait to be made ready: {Why}", missing.Message);
                await PutBackAsync(blob.Id, stop);
                return new(counted, changed, failed + 1);
            }
        }

        return new(counted, changed, failed);
    }

    // Films take long, so what is quick goes first.
    private Task<Blob?> TakeAsync(CancellationToken stop) => writing.RunAsync(async () =>
    {
        var next = await db.Set<Blob>()
            .Where(b => (b.Media == MediaState.Waiting || b.Media == MediaState.Preparing) && (b.State == BlobState.Clean || b.State == BlobState.Unchecked))
            .OrderBy(b => b.Kind == MediaKind.Picture ? 0 : b.Kind == MediaKind.Sound ? 1 : 2).ThenBy(b => b.Id)
            .FirstOrDefaultAsync(stop);
        if (next is null) return null;

        next.Media = MediaState.Preparing;
        next.Attempts++;
        return next;
    }, stop);

    private Task<bool> PutBackAsync(BlobId id, CancellationToken stop) => writing.RunAsync<bool>(async () =>
    {
        var blob = await db.Set<Blob>().SingleAsync(b => b.Id == id, stop);
        (blob.Media, blob.Attempts) = (MediaState.Waiting, blob.Attempts - 1);
        return true;
    }, stop);

    private async Task<bool> OneAsync(Blob blob, CancellationToken stop)
    {
        var reason = BlobReason.Unreadable;
        if (blob.Attempts <= MostAttempts)
        {
            try
            {
                await KeepAsync(blob, await MakeAsync(blob, stop), stop);
                return true;
            }
            catch (TooMuchException much)
            {
                reason = much.Reason;
            }
            catch (Exception refused) when (refused is ToolRefusedException or FileNotFoundException)
            {
                log.LogInformation("A {Type} could not be made ready: {Why}", blob.Type, refused.Message);
            }
        }

        await GiveUpAsync(blob.Id, reason, stop);
        return false;
    }

    private Task<Made> MakeAsync(Blob blob, CancellationToken stop)
    {
        var source = incoming.Waiting(blob.Id);
        if (!File.Exists(source)) throw new FileNotFoundException("The bytes are gone");
        var bench = incoming.Bench(blob.Id);
        return blob.Kind switch
        {
            MediaKind.Picture => pictures.MakeAsync(source, blob.Type, bench, stop),
            MediaKind.Video => films.VideoAsync(source, blob.Type, bench, stop),
            MediaKind.Sound => films.SoundAsync(source, blob.Type, bench, stop),
            MediaKind.Document or MediaKind.Archive or MediaKind.Other => throw new InvalidOperationException("Kept as it was sent"),
            _ => throw new InvalidOperationException(),
        };
    }

    private async Task KeepAsync(Blob made, Made of, CancellationToken stop)
    {
        var renditions = new List<Rendition>();
        foreach (var file in of.Files)
        {
            var length = new FileInfo(file.File).Length;
            var sha256 = await DigestAsync(file.File, stop);
            await store.KeepAsync(sha256, file.File, stop);
            renditions.Add(new() { Blob = made.Id, Name = file.Name, Sha256 = sha256, Bytes = length, Type = file.Type });
        }

        await writing.RunAsync<bool>(async () =>
        {
            if (await db.Set<Blob>().SingleOrDefaultAsync(b => b.Id == made.Id && b.Media == MediaState.Preparing, stop) is not { } blob) return false;

            db.AddRange(renditions);
            (blob.Media, blob.Width, blob.Height, blob.Seconds, blob.Peaks) = (MediaState.Ready, of.Width, of.Height, of.Seconds, of.Peaks);
            writing.Afterwards(() =>
            {
                incoming.Forget(made.Id);
                return Task.CompletedTask;
            });
            return true;
        }, stop);
    }

    private Task<bool> GiveUpAsync(BlobId id, BlobReason reason, CancellationToken stop) => writing.RunAsync<bool>(async () =>
    {
        if (await db.Set<Blob>().SingleOrDefaultAsync(b => b.Id == id, stop) is not { } blob) return false;

        (blob.Media, blob.Reason) = (MediaState.Failed, reason);
        await bytes.RemoveAsync(blob, stop);
        return true;
    }, stop);

    private static async Task<string> DigestAsync(string file, CancellationToken stop)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
    }
}
