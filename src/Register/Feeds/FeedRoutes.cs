using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Tupa.Kernel;
using Tupa.Register.Feeds;
using Tupa.Ui;

namespace Tupa.Register;

internal static class FeedRoutes
{
    private const int LongestField = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/register/batches", ReceiveAsync).TakesBytes();
        routes.MapPost("/register/previews", PreviewAsync).TakesBytes();
        routes.MapPost("/register/batches/{id:guid}/approval", ApproveAsync);
        routes.MapPost("/register/batches/{id:guid}/rejection", RejectAsync);
        routes.MapPost("/register/same/{id:guid}/binding", TieAsync);
        routes.MapPost("/register/same/{id:guid}/parting", PartAsync);
    }

    private static Task<IResult> ReceiveAsync(HttpRequest request, FeedActions feeds, FeedAccess access, Actor by, CancellationToken stop) =>
        SentAsync(request, access, by, async (body, name, format, dryRun) =>
        {
            var (batch, refusal) = await feeds.ReceiveAsync(body, name, format, dryRun, atOnce: false, by, stop);
            return batch is { } taken ? Page.SeeOther($"/register/batches/{taken}") : Page.Refused<SourcesPage>(new { Refusal = refusal, Format = format });
        }, stop);

    /// <summary>Nothing is kept, so there is no address to send anybody on to.</summary>
    private static Task<IResult> PreviewAsync(HttpRequest request, FeedPreviews previews, FeedAccess access, Actor by, CancellationToken stop) =>
        SentAsync(request, access, by, async (body, name, format, _) =>
        {
            var (preview, refusal) = await previews.ShowAsync(body, name, format, by, stop);
            return preview is { } shown ? Page.Shown<PreviewPage>(new { Of = shown }) : Page.Refused<SourcesPage>(new { Refusal = refusal, Format = format });
        }, stop);

    /// <summary>The fields stand before the file in the form, so that its bytes are streamed to where they belong.</summary>
    private static async Task<IResult> SentAsync(HttpRequest request, FeedAccess access, Actor by, Func<Stream, string, string, bool, Task<IResult>> take, CancellationToken stop)
    {
        if ((await access.OfAsync(by, stop)).Handled.Count == 0) return Page.Absent();
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            return Page.Refused<SourcesPage>(new { Refusal = new Refusal(FeedText.NoFile) });

        // The room's own limit is enforced while the bytes come, with a sentence; the server's would only hang up.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        var (format, dryRun) = ("", false);
        var reader = new MultipartReader(boundary, request.Body) { HeadersLengthLimit = 8192, BodyLengthLimit = null };
        while (await NextAsync(reader, stop) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)) continue;
            if (disposition.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
                if (name.Length == 0) break;
                return await take(part.Body, name.Split('/', '\\')[^1], format, dryRun);
            }

            var value = await FieldAsync(part.Body, stop);
            switch (HeaderUtilities.RemoveQuotes(disposition.Name).Value)
            {
                case "format": format = value; break;
                case "dryRun": dryRun = value == "true"; break;
            }
        }

        return Page.Refused<SourcesPage>(new { Refusal = new Refusal(FeedText.NoFile), Format = format });
    }

    private static async Task<IResult> ApproveAsync(Guid id, [FromForm] string? reason, FeedActions feeds, Actor by, CancellationToken stop) =>
        Answer(id, reason, await feeds.ApproveAsync(new(id), reason, by, stop));

    private static async Task<IResult> RejectAsync(Guid id, [FromForm] string? reason, FeedActions feeds, Actor by, CancellationToken stop) =>
        Answer(id, reason, await feeds.RejectAsync(new(id), reason, by, stop));

    private static IResult Answer(Guid id, string? reason, Refusal? refusal) =>
        refusal is null ? Page.SeeOther($"/register/batches/{id}")
        : refusal == Refusal.Absent ? Page.Absent()
        : Page.Refused<BatchPage>(new { Id = id, Refusal = refusal, Typed = reason });

    private static async Task<IResult> TieAsync(Guid id, SameActions same, Actor by, CancellationToken stop) => Told(await same.TieAsync(new(id), by, stop));

    private static async Task<IResult> PartAsync(Guid id, SameActions same, Actor by, CancellationToken stop) => Told(await same.PartAsync(new(id), by, stop));

    private static IResult Told((Source? Source, Refusal? Refusal) answer) => answer switch
    {
        (null, _) => Page.Absent(),
        ({ } source, null) => Page.SeeOther($"/register/sources/{source}?show={SourcePage.Questions}"),
        ({ } source, { } refusal) => Page.Refused<SourcePage>(new { Source = source.ToString(), Refusal = refusal }),
    };

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
        return System.Text.Encoding.UTF8.GetString(value, 0, await body.ReadAtLeastAsync(value, LongestField, throwOnEndOfStream: false, stop));
    }
}
