using System.Buffers.Binary;

namespace Tupa.Blobs;

/// <summary>Takes the metadata out of a WebP file: libvips 8.14 writes it however one asks it not to.</summary>
internal static class Webp
{
    // Flags of the extended header: colour profile, Exif, XMP.
    private const byte Described = 0x20 | 0x08 | 0x04;
    private const int Head = 12;

    public static async Task BareAsync(string file, CancellationToken stop) =>
        await File.WriteAllBytesAsync(file, Bare(await File.ReadAllBytesAsync(file, stop)), stop);

    /// <summary>The same picture without colour profile (it is sRGB, which is what is meant without one), Exif and XMP.</summary>
    internal static byte[] Bare(ReadOnlySpan<byte> webp)
    {
        if (webp.Length < Head || !webp.StartsWith("RIFF"u8) || !webp[8..Head].SequenceEqual("WEBP"u8)) throw new InvalidDataException("Not a WebP file");

        var bare = new byte[webp.Length];
        webp[..Head].CopyTo(bare);
        var length = Head;
        for (var at = Head; at + 8 <= webp.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]);
            var part = webp.Slice(at, (int)Math.Min(8L + size + (size & 1), webp.Length - at));
            at += part.Length;
            if (part.StartsWith("EXIF"u8) || part.StartsWith("XMP "u8) || part.StartsWith("ICCP"u8)) continue;

            part.CopyTo(bare.AsSpan(length));
            if (part.StartsWith("VP8X"u8)) bare[length + 8] &= unchecked((byte)~Described);
            length += part.Length;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bare.AsSpan(4), (uint)(length - 8));
        return bare[..length];
    }
}
