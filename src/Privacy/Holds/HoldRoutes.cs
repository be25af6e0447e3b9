using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Privacy.Erasures;
using Tupa.Ui;

namespace Tupa.Privacy;

internal static class HoldRoutes
{
    private const string Desk = "/privacy/erasures";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/privacy/holds", PlaceAsync);
        routes.MapPost("/privacy/holds/{id:guid}/confirmation", async (Guid id, HoldActions holds, Actor by, CancellationToken stop) =>
            Answer(await holds.ConfirmAsync(new(id), by, stop)));
        routes.MapPost("/privacy/holds/{id:guid}/end", async (Guid id, HoldActions holds, Actor by, CancellationToken stop) =>
            Answer(await holds.EndAsync(new(id), by, stop)));
    }

    private static async Task<IResult> PlaceAsync(
        [FromForm] Guid id, [FromForm] string? whom, [FromForm] string? reason, [FromForm] string? lastDay, HoldActions holds, Actor by, CancellationToken stop)
    {
        var day = DateOnly.TryParseExact(lastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : (DateOnly?)null;
        return Answer(await holds.PlaceAsync(new(id), whom ?? "", reason ?? "", day, by, stop), new(id, whom, reason, lastDay));
    }

    private static IResult Answer(Refusal? refusal, HoldInput? typed = null) => refusal switch
    {
        null => Page.SeeOther(Desk),
        var absent when absent.Reason == Refusal.Absent.Reason => Page.Absent(),
        var other => Page.Refused<ErasuresPage>(new { Refusal = other, Input = typed }),
    };
}
