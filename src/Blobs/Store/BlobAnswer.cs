using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Tupa.Blobs;

/// <summary>
/// Hands bytes on: in ranges, with the digest as their tag, never kept by a cache without asking again, never run as a page.
/// What is not a picture, film or sound of our own making is only ever downloaded.
/// </summary>
public sealed class BlobAnswer(Rendition rendition, string? name = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var stop = httpContext.RequestAborted;
        var stream = await httpContext.RequestServices.GetRequiredService<IBlobStore>().OpenAsync(rendition.Sha256, stop)
            ?? throw new FileNotFoundException("A row speaks of bytes that are not in the store");

        var headers = httpContext.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers[HeaderNames.ContentDisposition] = Disposition();
        await Results.Stream(stream, rendition.Type, entityTag: new EntityTagHeaderValue($"\"{rendition.Sha256}\""), enableRangeProcessing: true)
            .ExecuteAsync(httpContext);
    }

    private string Disposition()
    {
        if (rendition.Name != Rendition.Original) return "inline";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name ?? "file");
        return disposition.ToString();
    }
}
