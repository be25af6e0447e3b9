using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Tupa.Files.Elements;
using Tupa.Files.Uploads;
using Tupa.Kernel;
using Tupa.Ui;

namespace Tupa.Files;

internal static class UploadRoutes
{
    // A picture is mostly ready within this, and then the composer shows it at once.
    private static readonly TimeSpan Glimpse = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/files/uploads", ReceiveAsync).TakesBytes();

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, UploadForm form, FileQueries files, UploadRate rate, Actor by, TimeProvider clock, CancellationToken stop)
    {
        if (by.Person is not { } me) return Results.Unauthorized();
        if (!rate.Takes(me)) return Refused(form, new(FileText.TooManyAtOnce));

        // The room's own limit is enforced while the bytes come, with a sentence; the server's would only hang up.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;

        if (await form.TakeAsync(request, by, stop) is { } refusal) return Refused(form, refusal);
        if (form.Return is { } address) return Page.SeeOther(With(LocalPath.Or(address), form.Taken));

        return new RazorComponentResult<UploadedFile>(new { File = await GlimpseAsync(files, form.Taken, by, clock, stop) });
    }

    private static IResult Refused(UploadForm form, Refusal refusal) => form.Return is { } address
        ? Page.Refused<UploadPage>(new { Return = address, Refusal = refusal })
        : Results.Text(refusal.Reason.ToString(), "text/plain; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);

    private static string With(string address, IEnumerable<FileId> taken) =>
        taken.Aggregate(address, (to, id) => QueryHelpers.AddQueryString(to, FileInput.UploadField, id.ToString()));

    private static async Task<FileRow> GlimpseAsync(FileQueries files, List<FileId> taken, Actor by, TimeProvider clock, CancellationToken stop)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var file = (await files.UploadsAsync([taken[^1]], by, stop))[0];
            var waits = file.Kind == Blobs.MediaKind.Picture && file.State is FileState.Checking or FileState.Preparing;
            if (!waits || clock.GetElapsedTime(started) > Glimpse) return file;
            await Task.Delay(Look, clock, stop);
        }
    }
}
