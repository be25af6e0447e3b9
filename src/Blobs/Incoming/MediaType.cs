using System.IO.Compression;
using System.Text;

namespace Tupa.Blobs;

/// <summary>What bytes are, decided by what they hold and never by what they are called.</summary>
internal static class MediaType
{
    /// <summary>A program that a machine runs; it is not taken.</summary>
    public const string Program = "application/x-executable";

    public const string Unknown = "application/octet-stream";
    private const int HeadSize = 4096;
    private const int MostEntries = 10_000;

    public static async Task<(MediaKind Kind, string Type)> OfAsync(string file, string name, CancellationToken stop)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous);
        var head = new byte[HeadSize];
        var read = await stream.ReadAtLeastAsync(head, HeadSize, throwOnEndOfStream: false, stop);
        var found = Of(head.AsSpan(0, read), name);
        if (found.Type != "application/zip") return found;

        stream.Position = 0;
        return InZip(stream);
    }

    /// <summary>What the first bytes say.</summary>
    internal static (MediaKind Kind, string Type) Of(ReadOnlySpan<byte> head, string name)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return (MediaKind.Picture, "image/jpeg");
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return (MediaKind.Picture, "image/png");
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)) return (MediaKind.Picture, "image/gif");
        if (head.StartsWith("RIFF"u8) && head.Length >= 12) return Riff(head[8..12]);
        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8)) return Iso(head);
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return Matroska(head);
        if (head.StartsWith("OggS"u8)) return head.IndexOf("theora"u8) >= 0 ? (MediaKind.Video, "video/ogg") : (MediaKind.Sound, "audio/ogg");
        if (head.StartsWith("fLaC"u8)) return (MediaKind.Sound, "audio/flac");
        if (head.StartsWith("ID3"u8) || IsMpegSound(head)) return (MediaKind.Sound, "audio/mpeg");
        if (head.StartsWith("%PDF-"u8)) return (MediaKind.Document, "application/pdf");
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8)) return (MediaKind.Archive, "application/zip");
        if (IsArchive(head)) return (MediaKind.Archive, Unknown);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return (MediaKind.Document, "application/x-ole-storage");
        if (IsProgram(head)) return (MediaKind.Other, Program);
        return Text(head, name);
    }

    private static (MediaKind, string) Riff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WEBP"u8) ? (MediaKind.Picture, "image/webp")
        : form.SequenceEqual("WAVE"u8) ? (MediaKind.Sound, "audio/wav")
        : form.SequenceEqual("AVI "u8) ? (MediaKind.Video, "video/x-msvideo")
        : (MediaKind.Other, Unknown);

    private static (MediaKind, string) Iso(ReadOnlySpan<byte> head)
    {
        var brand = Encoding.ASCII.GetString(head[8..12]);
        return brand switch
        {
            "heic" or "heix" or "heim" or "heis" or "hevc" or "mif1" or "msf1" or "avif" => (MediaKind.Picture, brand == "avif" ? "image/avif" : "image/heic"),
            "M4A " or "M4B " => (MediaKind.Sound, "audio/mp4"),
            "qt  " => (MediaKind.Video, "video/quicktime"),
            _ => (MediaKind.Video, "video/mp4"),
        };
    }

    private static (MediaKind, string) Matroska(ReadOnlySpan<byte> head) =>
        (MediaKind.Video, head[..Math.Min(head.Length, 64)].IndexOf("webm"u8) >= 0 ? "video/webm" : "video/x-matroska");

    // A frame header of layer I to III; ADTS (AAC) has layer 0.
    private static bool IsMpegSound(ReadOnlySpan<byte> head) =>
        head.Length > 3 && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0 && (head[1] & 0x18) != 0x08 && (head[1] & 0x06) != 0 && (head[2] & 0xF0) != 0xF0;

    private static bool IsArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) || head.StartsWith("Rar!"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || (head.Length > 262 && head[257..262].SequenceEqual("ustar"u8));

    private static bool IsProgram(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) || head.StartsWith("\u007fELF"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0xCF, 0xFA, 0xED, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xCA, 0xFE, 0xBA, 0xBE]);

    // Markup (HTML, SVG) is text too, and like all text is only ever downloaded.
    private static (MediaKind, string) Text(ReadOnlySpan<byte> head, string name)
    {
        if (head.IsEmpty || head.ContainsAnyInRange((byte)0x00, (byte)0x08)) return (MediaKind.Other, Unknown);
        return (MediaKind.Document, name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "text/csv" : "text/plain");
    }

    private static (MediaKind, string) InZip(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            foreach (var entry in zip.Entries.Take(MostEntries))
            {
                var office = entry.FullName switch
                {
                    "word/document.xml" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "xl/workbook.xml" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "ppt/presentation.xml" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    "mimetype" => OpenDocument(entry),
                    _ => null,
                };
                if (office is not null) return (MediaKind.Document, office);
            }
        }
        catch (InvalidDataException)
        {
            // Broken or under a password: an archive like any other, and the scanner's to judge.
        }

        return (MediaKind.Archive, "application/zip");
    }

    private static string? OpenDocument(ZipArchiveEntry entry)
    {
        if (entry.Length > 100) return null;
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var type = reader.ReadToEnd();
        return type is "application/vnd.oasis.opendocument.text" or "application/vnd.oasis.opendocument.spreadsheet"
            or "application/vnd.oasis.opendocument.presentation" ? type : null;
    }
}
