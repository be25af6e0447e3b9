using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Spaces.Reports;
using Tupa.Ui;

namespace Tupa.Spaces;

internal static class ReportRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/reports", ReportAsync).DisableAntiforgery();
        routes.MapPost("/content/{kind}/{thing:guid}/hiding", HideAsync).DisableAntiforgery();
        routes.MapPost("/content/{kind}/{thing:guid}/hiding/end", UnhideAsync).DisableAntiforgery();
        routes.MapPost("/content/{kind}/{thing:guid}/standing", LetStandAsync).DisableAntiforgery();
    }

    private static async Task<IResult> ReportAsync(HttpRequest request, ReportActions reports, Actor by, CancellationToken stop)
    {
        var form = await request.ReadFormAsync(stop);
        var (kind, reason) = ((string?)form["kind"] ?? "", (string?)form["reason"]);
        var (id, thing) = (SpaceInput.Key(form["id"]) ?? Guid.CreateVersion7(), SpaceInput.Key(form["thing"]) ?? Guid.Empty);
        return await reports.ReportAsync(new(id), kind, thing, reason, by, stop) switch
        {
            null => Page.SeeOther("/reports/thanks"),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<NewReportPage>(new { Id = id, Kind = kind, Thing = thing.ToString(), Reason = reason, Refusal = refusal }),
        };
    }

    private static async Task<IResult> HideAsync(string kind, Guid thing, HttpRequest request, ReportActions reports, Actor by, CancellationToken stop) =>
        Answer(await reports.HideAsync(kind, thing, by, stop), await BackAsync(request, stop));

    private static async Task<IResult> UnhideAsync(string kind, Guid thing, HttpRequest request, ReportActions reports, Actor by, CancellationToken stop) =>
        Answer(await reports.UnhideAsync(kind, thing, by, stop), await BackAsync(request, stop));

    private static async Task<IResult> LetStandAsync(string kind, Guid thing, HttpRequest request, ReportActions reports, Actor by, CancellationToken stop) =>
        Answer(await reports.LetStandAsync(kind, thing, by, stop), await BackAsync(request, stop));

    private static async Task<string> BackAsync(HttpRequest request, CancellationToken stop)
    {
        var back = request.HasFormContentType ? (string?)(await request.ReadFormAsync(stop))["back"] : null;
        return back is not null && LocalPath.Is(back) ? back : "/";
    }

    private static IResult Answer(Refusal? refusal, string back) => refusal is null ? Page.SeeOther(back) : Page.Absent();
}
