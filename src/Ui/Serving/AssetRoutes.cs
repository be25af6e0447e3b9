using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Tupa.Kernel;

namespace Tupa.Ui;

/// <summary>Serves the embedded assets as they were compressed by the build, and draws the raanu of an id.</summary>
public static class AssetRoutes
{
    private const string ForEver = "public, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Best first: what the browser takes of these is sent.
    private static readonly (string Coding, string Suffix)[] Compressed = [("br", ".br"), ("gzip", ".gz")];

    private static readonly FrozenDictionary<string, byte[]> Embedded = ReadAll();

    public static IEndpointRouteBuilder MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(HouseAssets.Prefix + "raanu/{id:guid}.svg", [HttpMethods.Get, HttpMethods.Head], Raanu).Impersonal();
        routes.MapMethods(HouseAssets.Prefix + "{name}", [HttpMethods.Get, HttpMethods.Head], FileAsync).Impersonal();
        return routes;
    }

    private static IResult Raanu(Guid id, HttpResponse response)
    {
        Keep(response);
        return Results.Text(RaanuCloth.Weave(id), Types[".svg"]);
    }

    private static async Task FileAsync(string name, HttpContext http, CancellationToken stop)
    {
        var response = http.Response;
        if (!Types.TryGetValue(Path.GetExtension(name), out var type) || !Embedded.TryGetValue(name, out var bytes))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        foreach (var (coding, suffix) in Compressed)
        {
            if (!Embedded.TryGetValue(name + suffix, out var small)) continue;

            response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (!Takes(http.Request, coding)) continue;

            response.Headers.ContentEncoding = coding;
            bytes = small;
            break;
        }

        Keep(response);
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await response.Body.WriteAsync(bytes, stop);
    }

    private static bool Takes(HttpRequest request, string coding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var taken)
        && taken.Any(t => t.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && t.Quality is not 0);

    private static void Keep(HttpResponse response)
    {
        response.Headers.CacheControl = ForEver;
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static FrozenDictionary<string, byte[]> ReadAll()
    {
        var assembly = typeof(AssetRoutes).Assembly;
        const string folder = "assets/";
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .ToFrozenDictionary(n => n[folder.Length..], n => Read(assembly.GetManifestResourceStream(n)!), StringComparer.Ordinal);
    }

    private static byte[] Read(Stream stream)
    {
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
