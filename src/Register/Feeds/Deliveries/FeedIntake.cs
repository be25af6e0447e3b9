using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A delivery that lies in the folder of incoming feeds.</summary>
internal sealed record TakenFeed(BatchId Id, IFeedReader Reader, long Bytes, byte[] Digest)
{
    public Batch Row(string fileName, bool dryRun, bool atOnce, Actor by, DateTime now, DateOnly? forDay = null) => new()
    {
        Id = Id,
        Source = Reader.Source,
        Feed = Reader.Feed,
        Format = Reader.Format,
        FileName = fileName.Length > 200 ? fileName[^200..] : fileName,
        Bytes = Bytes,
        Digest = Digest,
        DryRun = dryRun,
        AtOnce = atOnce,
        State = BatchState.Received,
        ForDay = forDay,
        SentBy = by.Person,
        SentAt = now,

        // The command that sends it works on it itself.
        ClaimedUntil = now,
    };
}

/// <summary>Streams deliveries in, of those who may send them. Nothing is left of one that is refused.</summary>
internal sealed class FeedIntake(
    Writing writing, FeedFolder folder, FeedAccess access, IEnumerable<IFeedReader> readers, BlobsSettings settings, AuditLog audit)
{
    public bool Knows(string format, Source source) => readers.Any(r => r.Format == format && r.Source == source);

    /// <summary>Outside of any writing.</summary>
    public async Task<(TakenFeed? Taken, Refusal? Refusal)> TakeAsync(Stream body, string format, Actor by, CancellationToken stop)
    {
        if (readers.FirstOrDefault(r => r.Format == format) is not { } reader) return (null, new(FeedText.UnknownFormat));
        if (by.Person is not null && !(await access.OfAsync(by, stop)).Handled.Contains(reader.Source)) return (null, await RefusedAsync(by, stop));

        var id = BatchId.New();
        if (await folder.WriteAsync(id, body, stop) is not { } written) return (null, new(BlobText.TooLarge(settings.Largest)));
        if (written.Bytes > 0) return (new(id, reader, written.Bytes, written.Digest), null);

        folder.Delete(id);
        return (null, new(BlobText.Empty));
    }

    private Task<Refusal?> RefusedAsync(Actor by, CancellationToken stop) => writing.RunAsync(() =>
        Task.FromResult<Refusal?>(audit.Refused(by, "register.batch.receive", null, AuthorityText.NotYours)), stop);
}
