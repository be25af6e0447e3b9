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
            foreach (Match font in Fonts().Matches(Encoding.UTF8.GetString(css)))
                fonts += (await FetchAsync(new(new Uri(new Uri(address, url), font.Groups["url"].Value).PathAndQuery, null), stop)).Wire;
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

    [GeneratedRegex("""url\(["']?(?<url>[^"')]+\.woff2)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fonts();
}
