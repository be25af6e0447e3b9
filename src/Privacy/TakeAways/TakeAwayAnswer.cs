using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Tupa.Ui;

namespace Tupa.Privacy;

/// <summary>
/// The bytes of a package: downloaded and never shown, kept by no cache, and in ranges with a tag, so that a download that broke off goes on
/// where it was (RFC 9110, 14 and 13.1.5).
/// </summary>
internal sealed class TakeAwayAnswer(TakeAwayId id, string file, string name) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        FileStream bytes;
        try
        {
            bytes = new(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65536, FileOptions.Asynchronous);
        }
        catch (IOException missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            // Deleted between the question and now.
            await Page.Absent().ExecuteAsync(httpContext);
            return;
        }

        var headers = httpContext.Response.Headers;
        headers.CacheControl = "private, no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
        await Results.Stream(bytes, "application/zip", entityTag: new EntityTagHeaderValue($"\"{id}\""), enableRangeProcessing: true).ExecuteAsync(httpContext);
    }
}
