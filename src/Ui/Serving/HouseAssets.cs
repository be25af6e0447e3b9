using System.Text.Json;

namespace Tupa.Ui;

/// <summary>The addresses of what the pages are drawn with. A name carries a digest of what it holds, so a browser may keep it for ever.</summary>
public static class HouseAssets
{
    public const string Prefix = "/assets/";

    private static readonly Dictionary<string, string> Names = Read();

    public static string Css { get; } = Url("tupa.css");

    public static string Script { get; } = Url("tupa.js");

    /// <summary>For those who have not signed in: the elements without Turbo, so that the door opens fast.</summary>
    public static string DoorScript { get; } = Url("door.js");

    /// <summary>The sprite; an icon is this address, a hash sign and the icon's name.</summary>
    public static string Icons { get; } = Url("icons.svg");

    /// <summary>The mark of the house, for the browser's tab.</summary>
    public static string Mark { get; } = Url("tupa.svg");

    /// <summary>The face of ordinary Finnish text, asked for before the style sheet is read.</summary>
    public static string Font { get; } = Url("source-sans-3-latin.woff2");

    /// <summary>The address of an asset of the build, by its plain name: "tupa.css".</summary>
    public static string Url(string name) => Names.TryGetValue(name, out var built)
        ? Prefix + built
        : throw new ArgumentException($"No asset is called {name}; the build of Ui lists them in wwwroot/manifest.json.", nameof(name));

    private static Dictionary<string, string> Read()
    {
        using var manifest = typeof(HouseAssets).Assembly.GetManifestResourceStream("assets/manifest.json")
            ?? throw new InvalidOperationException("The assets are not in the assembly: the build of Ui did not embed wwwroot.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(manifest)!;
    }
}
