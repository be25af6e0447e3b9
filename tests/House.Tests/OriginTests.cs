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

    /// <summary>The server itself: who opens a connection asks first whether the settings name the host.</summary>
    [Fact]
    public void Whatever_opens_a_connection_asks_first()
    {
        var opening = Repo.Files("src", ".cs").Where(f => Opens().IsMatch(File.ReadAllText(f))).ToList();
        Assert.True(opening.Count >= 4, "What opens connections was not found");
        Assert.All(opening, file => Assert.Matches(@"\boutbound\.Going\(", File.ReadAllText(file)));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\bnew (HttpClient|SocketsHttpHandler|HttpClientHandler|SmtpClient|LdapConnection|Socket|TcpClient|UdpClient|ClientWebSocket)\(|\bAddHttpClient\b|\bDns\.Get", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Opens();

    // Namespaces of XML are names, not addresses; Turbo's own address stands in a warning for developers and is never loaded.
    [GeneratedRegex(@"(https?:)?//(?!www\.w3\.org/|turbo\.hotwired\.dev/)[a-z0-9-]+\.[a-z]{2,}[^\s""')]*|url\(\s*[""']?data:[^)]{0,40}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\s(src|srcset|poster|action)=""(https?:)?//[^""]*|<link[^>]*href=""(https?:)?//[^""]*|style=""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex LoadedElsewhere();
}
