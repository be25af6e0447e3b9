using System.Globalization;
using System.Text.RegularExpressions;

namespace Tupa.Blobs;

/// <summary>Makes of a picture what may be handed on: upright, sRGB, several widths, no metadata. What was sent is not kept.</summary>
internal sealed partial class PictureMaker(MediaTools tools)
{
    private const long MostPixels = 100_000_000;
    private const int FallbackWidth = 1280;
    private static readonly ToolLimits Limits = new(TimeSpan.FromMinutes(2), 2048, 500);

    public async Task<Made> MakeAsync(string source, string type, string bench, CancellationToken stop)
    {
        var (width, height) = await SizeAsync(source, bench, stop);
        if ((long)width * height > MostPixels) throw new TooMuchException(BlobReason.TooManyPixels);

        // Drawings stay sharp as PNG; photographs as JPEG. The full size is made first and everything else from it.
        var drawn = type is "image/png" or "image/gif";
        var full = Path.Combine(bench, drawn ? "full.png" : "full.jpg");
        await ThumbnailAsync(source, full, "100000x100000>", drawn ? "compression=9" : "Q=92", bench, stop);
        (width, height) = await SizeAsync(full, bench, stop);

        var files = new List<MadeFile> { new(Rendition.Original, full, drawn ? "image/png" : "image/jpeg") };
        foreach (var step in PictureWidths.Of(width)) files.Add(await WebpAsync(full, step, bench, stop));

        var fallback = Path.Combine(bench, Rendition.Fallback);
        await ThumbnailAsync(full, fallback, Invariant($"{FallbackWidth}x100000>"), "Q=82,background=255", bench, stop);
        files.Add(new(Rendition.Fallback, fallback, "image/jpeg"));

        var square = Path.Combine(bench, Rendition.Square);
        await ThumbnailAsync(full, square, "256x256", "Q=82", bench, stop, "--smartcrop", "attention");
        files.Add(new(Rendition.Square, square, "image/webp"));
        return new(files, width, height);
    }

    /// <summary>The first picture of a film, as it is shown before the film is started.</summary>
    public async Task<MadeFile> PosterAsync(string picture, string bench, CancellationToken stop)
    {
        var poster = Path.Combine(bench, Rendition.Poster);
        await ThumbnailAsync(picture, poster, "1280x1280>", "Q=80", bench, stop);
        return new(Rendition.Poster, poster, "image/webp");
    }

    private async Task<MadeFile> WebpAsync(string full, int width, string bench, CancellationToken stop)
    {
        var file = Path.Combine(bench, PictureWidths.Name(width));
        await ThumbnailAsync(full, file, Invariant($"{width}x100000>"), "Q=80", bench, stop);
        return new(PictureWidths.Name(width), file, "image/webp");
    }

    private async Task ThumbnailAsync(string source, string target, string size, string options, string bench, CancellationToken stop, params string[] more)
    {
        await tools.RunAsync("vipsthumbnail",
            [source, "--size", size, "--export-profile", "srgb", .. more, "-o", $"{target}[strip,{options}]"], bench, Limits, stop);
        if (target.EndsWith(".webp", StringComparison.Ordinal)) await Webp.BareAsync(target, stop);
    }

    private async Task<(int Width, int Height)> SizeAsync(string file, string bench, CancellationToken stop)
    {
        var said = await tools.RunAsync("vipsheader", [file], bench, Limits, stop);
        var match = Size().Match(said);
        return match.Success
            ? (int.Parse(match.Groups["w"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture))
            : throw new ToolRefusedException("vipsheader", 0);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@": (?<w>\d{1,7})x(?<h>\d{1,7}) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Size();
}
