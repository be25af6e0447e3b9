using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Tupa.Kernel;
using Tupa.Register.OwnPages;
using Tupa.Ui;

namespace Tupa.Register;

internal static class PictureRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people/{id:guid}/picture", ShowAsync);
        routes.MapPost("/me/picture", SetAsync).DisableAntiforgery().TakesBytes();
        routes.MapPost("/me/picture/end", RemoveAsync);
    }

    private static async Task<IResult> ShowAsync(Guid id, PictureQueries pictures, Actor by, CancellationToken stop) =>
        await pictures.OfAsync(new(id), by, stop) is { } answer ? answer : Page.Absent();

    private static async Task<IResult> SetAsync(HttpRequest request, PictureActions pictures, Actor by, CancellationToken stop)
    {
        if (by.Person is not { } me) return Page.Absent();

        // The limit of the blobs' own room is kept while the bytes come, with a sentence.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        var refusal = await FileAsync(request, stop) is var (body, name) ? await pictures.SetAsync(body, name, me, stop) : new Refusal(PictureText.NoFile);
        return refusal is null ? Page.SeeOther("/me#picture") : Page.Refused<MePage>(new { Refusal = refusal });
    }

    private static async Task<IResult> RemoveAsync(PictureActions pictures, Actor by, CancellationToken stop)
    {
        if (by.Person is { } me) await pictures.RemoveAsync(me, stop);
        return Page.SeeOther("/me#picture");
    }

    /// <summary>The first file of the form, as it streams; null where none was chosen.</summary>
    private static async Task<(Stream Body, string Name)?> FileAsync(HttpRequest request, CancellationToken stop)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary) return null;

        var reader = new MultipartReader(boundary, request.Body) { HeadersLengthLimit = 8192, BodyLengthLimit = null };
        try
        {
            while (await reader.ReadNextSectionAsync(stop) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) || !disposition.IsFileDisposition()) continue;
                var name = HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? "";
                if (name.Length > 0) return (part.Body, name);
            }
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            // No form, or one that was cut off: there is no file in it.
        }

        return null;
    }
}
