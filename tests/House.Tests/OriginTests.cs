using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>Nothing a browser loads comes from elsewhere (DESIGN, law 10).</summary>
public sealed partial class OriginTests
{
    [Fact]
    public void No_asset_names_another_origin_or_carries_an_image_in_its_text()
    {
        var assembly = typeof(HouseAssets).Assembly;
        var assets = assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".css", StringComparison.Ordinal) || n.EndsWith(".js", StringComparison.Ordinal) || n.EndsWith(".svg", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(assets);
        Assert.Empty(
            from name in assets
            from Match match in Elsewhere().Matches(Read(assembly, name))
            select $"{name}: {match.Value}");
    }

    [Fact]
    public void No_page_loads_from_elsewhere() => Assert.Empty(
        from file in Repo.Files("src", ".razor")
        from Match match in LoadedElsewhere().Matches(File.ReadAllText(file))
        select $"{Repo.Short(file)}: {match.Value}");

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // Namespaces of XML are names, not addresses; Turbo's own address stands in a warning for developers and is never loaded.
    [GeneratedRegex(@"(https?:)?//(?!www\.w3\.org/|turbo\.hotwired\.dev/)[a-z0-9-]+\.[a-z]{2,}[^\s""')]*|url\(\s*[""']?data:[^)]{0,40}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\s(src|srcset|poster|action)=""(https?:)?//[^""]*|<link[^>]*href=""(https?:)?//[^""]*|style=""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex LoadedElsewhere();
}
