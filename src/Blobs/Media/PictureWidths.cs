namespace Tupa.Blobs;

/// <summary>The widths a picture is served in. Both the maker and the pages reckon them from the picture's own width.</summary>
public static class PictureWidths
{
    private static readonly int[] Steps = [320, 640, 1280, 2048];

    /// <summary>Every step below the picture's width, and the picture's own width where it is not above the last step.</summary>
    public static IReadOnlyList<int> Of(int width) => [.. Steps.Where(s => s < width), .. width <= Steps[^1] ? new[] { width } : []];

    /// <summary>"w640.webp".</summary>
    public static string Name(int width) => FormattableString.Invariant($"w{width}.webp");
}
