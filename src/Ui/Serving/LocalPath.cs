namespace Tupa.Ui;

/// <summary>Tells a path of this house from an address that leads elsewhere; for everything a form says about where to go next.</summary>
public static class LocalPath
{
    public static bool Is(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);

    /// <summary>The path, or the front page when it leads elsewhere.</summary>
    public static string Or(string? path, string otherwise = "/") => Is(path) ? path! : otherwise;
}
