using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register.Feeds;
using Tupa.Ui;

namespace Tupa.Register;

internal static class FeedRoutes
{
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
        SentAsync(request, access, by, async (form, body) =>
        {
            var (batch, refusal) = await feeds.ReceiveAsync(body, form.FileName, form.Of("format"), form.Of("dryRun") == "true", atOnce: false, by, stop);
            return batch is { } taken ? Page.SeeOther($"/register/batches/{taken}") : Page.Refused<SourcesPage>(new { Refusal = refusal, Format = form.Of("format") });
        }, stop);

    /// <summary>Nothing is kept, so there is no address to send anybody on to.</summary>
    private static Task<IResult> PreviewAsync(HttpRequest request, FeedPreviews previews, FeedAccess access, Actor by, CancellationToken stop) =>
        SentAsync(request, access, by, async (form, body) =>
        {
            var (preview, refusal) = await previews.ShowAsync(body, form.FileName, form.Of("format"), by, stop);
            return preview is { } shown ? Page.Shown<PreviewPage>(new { Of = shown }) : Page.Refused<SourcesPage>(new { Refusal = refusal, Format = form.Of("format") });
        }, stop);

    private static async Task<IResult> SentAsync(HttpRequest request, FeedAccess access, Actor by, Func<FileForm, Stream, Task<IResult>> take, CancellationToken stop)
    {
        if ((await access.OfAsync(by, stop)).Handled.Count == 0) return Page.Absent();

        var form = await FileForm.ReadAsync(request, stop);
        return form.Body is { } body ? await take(form, body) : Page.Refused<SourcesPage>(new { Refusal = new Refusal(FeedText.NoFile), Format = form.Of("format") });
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
}
