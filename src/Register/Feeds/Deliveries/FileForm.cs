using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Tupa.Register;

/// <summary>A form that sends a file. Its fields stand before the file, so that the bytes are streamed to where they belong.</summary>
/// <param name="Body">Null where no file was chosen.</param>
internal sealed record FileForm(IReadOnlyDictionary<string, string> Fields, Stream? Body, string FileName)
{
    private const int LongestField = 100;
    private const int MostFields = 10;

    public string Of(string field) => Fields.GetValueOrDefault(field, "");

    /// <exception cref="BadHttpRequestException">It is no whole form.</exception>
    public static async Task<FileForm> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            return new(fields, null, "");

        // The room's own limit is enforced while the bytes come, with a sentence; the server's would only hang up.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        var reader = new MultipartReader(boundary, request.Body) { HeadersLengthLimit = 8192, BodyLengthLimit = null };
        while (fields.Count < MostFields && await NextAsync(reader, stop) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)) continue;
            if (disposition.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
                return new(fields, name.Length == 0 ? null : part.Body, name.Split('/', '\\')[^1]);
            }

            fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""] = await FieldAsync(part.Body, stop);
        }

        return new(fields, null, "");
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken stop)
    {
        try
        {
            return await reader.ReadNextSectionAsync(stop);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("Not a multipart form", malformed);
        }
    }

    private static async Task<string> FieldAsync(Stream body, CancellationToken stop)
    {
        var value = new byte[LongestField];
        return Encoding.UTF8.GetString(value, 0, await body.ReadAtLeastAsync(value, LongestField, throwOnEndOfStream: false, stop));
    }
}
