using System.Text;

namespace Tupa.Register;

/// <summary>Which of the agreed charsets a file is in. A file says so by its bytes: Finnish text in windows-1252 is never valid UTF-8.</summary>
internal static class Charsets
{
    public const string Utf8 = "utf-8";
    public const string Windows = "windows-1252";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null where it is in none of them, which is noted.</summary>
    public static Encoding? Choose(string path, IReadOnlyCollection<string> agreed, FeedNotes notes)
    {
        var (valid, foreign) = Look(path);

        // Letters beyond ASCII that are valid UTF-8 are UTF-8, whatever has been agreed.
        if (valid && (foreign is null || agreed.Contains(Utf8))) return Encoding.UTF8;
        if (agreed.Contains(Windows) && !valid) return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        notes.Error(DeliveryText.BrokenLetter, null, foreign);
        return null;
    }

    /// <summary>Whether all of it is UTF-8, and the line of the first letter that is not ASCII (a byte order mark does not count) or not valid.</summary>
    private static (bool Valid, int? Foreign) Look(string path)
    {
        using var file = File.OpenRead(path);
        var decoder = Strict.GetDecoder();
        var bytes = new byte[1 << 16];
        var letters = new char[Strict.GetMaxCharCount(bytes.Length)];
        var line = 1;
        int? foreign = null;
        while (true)
        {
            var read = file.Read(bytes);
            try
            {
                var count = decoder.GetChars(bytes, 0, read, letters, 0, flush: read == 0);
                foreach (var letter in letters.AsSpan(0, count))
                {
                    if (letter == '\n') line++;
                    else if (letter > '\x7f' && letter != '\ufeff') foreign ??= line;
                }
            }
            catch (DecoderFallbackException)
            {
                return (false, foreign ?? line + LinesBefore(bytes.AsSpan(0, read)));
            }

            if (read == 0) return (true, foreign);
        }
    }

    /// <summary>The lines before the first byte that is not ASCII.</summary>
    private static int LinesBefore(ReadOnlySpan<byte> bytes)
    {
        var cut = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xff);
        return bytes[..(cut < 0 ? 0 : cut)].Count((byte)'\n');
    }
}
