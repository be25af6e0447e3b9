using System.Text;
using System.Text.RegularExpressions;

namespace Tupa.Bench;

/// <summary>Counts what a browser fetches for a page before it can be read: compressed, without the pictures of its content.</summary>
internal sealed partial class Weighing(Uri address) : IDisposable
{
    private readonly HttpClient _client = ClosedLoop.Client(address);
    private readonly Dictionary<string, (byte[] Body, long Wire)> _fetched = new(StringComparer.Ordinal);

    public async Task<Weight> OfAsync(string name, Asked asked, CancellationToken stop)
    {
        var (html, wire) = await FetchAsync(asked, stop);
        var page = Encoding.UTF8.GetString(html);
        var styles = Styles().Matches(page).Select(m => m.Groups["url"].Value).Distinct().ToList();
        var scripts = Scripts().Matches(page).Select(m => m.Groups["url"].Value).Distinct().ToList();

        long style = 0, script = 0, fonts = 0;
        foreach (var url in styles)
        {
            var (css, bytes) = await FetchAsync(new(url, null), stop);
            style += bytes;
            foreach (var font in Needed(Encoding.UTF8.GetString(css), page))
                fonts += (await FetchAsync(new(new Uri(new Uri(address, url), font).PathAndQuery, null), stop)).Wire;
        }

        foreach (var url in scripts) script += (await FetchAsync(new(url, null), stop)).Wire;
        return new(name, wire, style, script, fonts);
    }

    public void Dispose() => _client.Dispose();

    private async Task<(byte[] Body, long Wire)> FetchAsync(Asked asked, CancellationToken stop)
    {
        if (_fetched.TryGetValue(asked.Path, out var known)) return known;

        using var message = asked.Message();
        using var answer = await _client.SendAsync(message, stop);
        asked.Check(answer);
        var wire = await answer.Content.ReadAsByteArrayAsync(stop);
        var body = answer.Content.Headers.ContentEncoding.Contains("gzip") ? await UnpackedAsync(wire, stop) : wire;
        return _fetched[asked.Path] = (body, wire.Length);
    }

    private static async Task<byte[]> UnpackedAsync(byte[] wire, CancellationToken stop)
    {
        await using var from = new System.IO.Compression.GZipStream(new MemoryStream(wire), System.IO.Compression.CompressionMode.Decompress);
        using var to = new MemoryStream();
        await from.CopyToAsync(to, stop);
        return to.ToArray();
    }

    [GeneratedRegex("""<link[^>]*rel="stylesheet"[^>]*href="(?<url>[^"]+)"|<link[^>]*href="(?<url>[^"]+)"[^>]*rel="stylesheet""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Styles();

    [GeneratedRegex("""<script[^>]*src="(?<url>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scripts();

    /// <summary>A browser fetches a part of a typeface only where the page has a letter that it is the last to offer.</summary>
    private static IEnumerable<string> Needed(string css, string page)
    {
        var faces = Faces().Matches(css).Select(f => (Url: Font().Match(f.Value).Groups["url"].Value, Ranges: Ranges(f.Value))).Reverse().ToList();
        return page.EnumerateRunes().Distinct()
            .Select(letter => faces.Find(f => f.Ranges.Count == 0 || f.Ranges.Exists(r => r.First <= letter.Value && letter.Value <= r.Last)).Url)
            .OfType<string>().Distinct().ToList();
    }

    /// <summary>"unicode-range:U+0-FF,U+131".</summary>
    private static List<(int First, int Last)> Ranges(string face) => [.. Range().Matches(face).Select(r => (
        Number(r.Groups["first"].Value), Number(r.Groups["last"].Success ? r.Groups["last"].Value : r.Groups["first"].Value)))];

    private static int Number(string hex) => int.Parse(hex, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("""@font-face\s*\{[^}]*\}""", RegexOptions.None, 1000)]
    private static partial Regex Faces();

    [GeneratedRegex("""U\+(?<first>[0-9A-Fa-f]+)(-(?<last>[0-9A-Fa-f]+))?""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();

    [GeneratedRegex("""url\(["']?(?<url>[^"')]+\.woff2)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Font();
}
