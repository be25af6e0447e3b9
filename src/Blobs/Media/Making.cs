namespace Tupa.Blobs;

/// <summary>A file on the bench that becomes a rendition.</summary>
internal sealed record MadeFile(string Name, string File, string Type);

/// <summary>What a tool made of the bytes.</summary>
internal sealed record Made(IReadOnlyList<MadeFile> Files, int Width = 0, int Height = 0, double Seconds = 0, byte[]? Peaks = null);

/// <summary>The bytes are sound and still more than the house takes.</summary>
internal sealed class TooMuchException(BlobReason reason) : Exception(reason.ToString())
{
    public BlobReason Reason { get; } = reason;
}
