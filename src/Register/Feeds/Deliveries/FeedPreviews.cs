using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Shows how the first rows of a file would be understood. The file is looked through for malware as any delivery, read, and deleted; nothing of it is stored.</summary>
public sealed class FeedPreviews
{
    /// <summary>Enough to see whether each column is read as what it is.</summary>
    public const int Rows = 10;

    private readonly FeedFolder _folder;
    private readonly FeedAccess _access;
    private readonly IScanner _scanner;
    private readonly IEnumerable<IFeedReader> _readers;
    private readonly BlobsSettings _settings;
    private readonly Writing _writing;
    private readonly AuditLog _audit;

    internal FeedPreviews(FeedFolder folder, FeedAccess access, IScanner scanner, IEnumerable<IFeedReader> readers, BlobsSettings settings, Writing writing, AuditLog audit) =>
        (_folder, _access, _scanner, _readers, _settings, _writing, _audit) = (folder, access, scanner, readers, settings, writing, audit);

    /// <summary>Those of the readers that can show it.</summary>
    public static bool Can(IFeedReader reader) => reader is IFeedPreview;

    public async Task<(FeedPreview? Preview, Refusal? Refusal)> ShowAsync(Stream body, string fileName, string format, Actor by, CancellationToken stop = default)
    {
        if (_readers.FirstOrDefault(r => r.Format == format) is not { } reader || !(await _access.OfAsync(by, stop)).Handled.Contains(reader.Source)) return (null, new(FeedText.UnknownFormat));
        if (reader is not IFeedPreview preview) return (null, new(FeedText.NoPreview));

        var id = BatchId.New();
        try
        {
            if (await _folder.WriteAsync(id, body, stop) is not { } written) return (null, new(BlobText.TooLarge(_settings.Largest)));
            if (written.Bytes == 0) return (null, new(BlobText.Empty));
            if (await StoppedAsync(id, stop) is { } stopped) return (null, stopped);

            var shown = await preview.PreviewAsync(new(_folder.PathOf(id), fileName), Rows, stop);
            await _writing.RunAsync<bool>(() =>
            {
                _audit.Write(by, "register.preview.viewed", count: shown.Rows.Count);
                return Task.FromResult(true);
            }, stop);
            return (shown, null);
        }
        finally
        {
            _folder.Delete(id);
        }
    }

    private async Task<Refusal?> StoppedAsync(BatchId id, CancellationToken stop)
    {
        if (!_scanner.IsOn) return null;

        await using var bytes = new FileStream(_folder.PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous);
        return (await _scanner.ScanAsync(bytes, bytes.Length, stop)).Kind switch
        {
            VerdictKind.Clean or VerdictKind.Unchecked => null,
            VerdictKind.Down => new(FeedText.NotScanned),
            _ => new(FeedText.Blocked),
        };
    }
}
