using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Files;

/// <summary>What a form says of one file: which upload (or file that is attached already) and what it shows.</summary>
public readonly record struct FileInput(FileId Upload, string Alt)
{
    /// <summary>The fields' names in a form: each file has both, in the same order.</summary>
    public const string UploadField = "upload";
    public const string AltField = "alt";

    /// <summary>The files of a form, in its order; what is not an id is left out, what stands twice counts once.</summary>
    public static IReadOnlyList<FileInput> Read(IFormCollection form)
    {
        var alts = form[AltField];
        return
        [
            .. form[UploadField]
                .Select((id, i) => (Id: Guid.TryParse(id, out var value) ? value : Guid.Empty, Alt: i < alts.Count ? alts[i] ?? "" : ""))
                .Where(f => f.Id != Guid.Empty)
                .DistinctBy(f => f.Id)
                .Select(f => new FileInput(new(f.Id), f.Alt.Trim())),
        ];
    }
}

/// <summary>Where a file stands, as pages show it.</summary>
public enum FileState
{
    Checking,
    Preparing,
    Ready,

    /// <summary>Malware, unscannable or broken: nobody gets it.</summary>
    Blocked,
}

/// <summary>A file as pages show it.</summary>
/// <param name="Checked">The scanner has looked at it; false only in a house without one.</param>
/// <param name="Mine">The reader sent it, and is told why it is blocked.</param>
public sealed record FileRow(
    FileId Id, Guid Owner, MediaKind Kind, string Type, string Name, string Alt, FileState State, bool Checked, bool Mine,
    int Width, int Height, double Seconds, long Bytes, byte[]? Peaks, BlobReason? Reason, string? Signature)
{
    public TimeSpan Length => TimeSpan.FromSeconds(Seconds);

    /// <summary>Where a rendition is fetched: <c>Href(Rendition.Poster)</c>.</summary>
    public string Href(string rendition) => $"/files/{Id}/{rendition}";

    /// <summary>"/files/…/w320.webp 320w, …".</summary>
    public string SrcSet => string.Join(", ", PictureWidths.Of(Width).Select(w => string.Create(CultureInfo.InvariantCulture, $"{Href(PictureWidths.Name(w))} {w}w")));

    /// <summary>Why it is blocked, in words for the one who sent it.</summary>
    public Text Why => BlobText.Why(Reason, Signature);
}
