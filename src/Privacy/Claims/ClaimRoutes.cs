using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Privacy.Claims;
using Tupa.Ui;

namespace Tupa.Privacy;

internal static class ClaimRoutes
{
    private const string Desk = "/privacy/claims";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/privacy/claims/runs", async (AttestationActions claims, Actor by, CancellationToken stop) =>
            Answer(await claims.AskAsync(by, stop), Desk + "?asked=1"));
        routes.MapPost("/privacy/attestations", ConfirmAsync);
        routes.MapPost("/privacy/attestations/{id:guid}/withdrawal", async (Guid id, AttestationActions claims, Actor by, CancellationToken stop) =>
            Answer(await claims.WithdrawAsync(new(id), by, stop), Desk));
    }

    private static async Task<IResult> ConfirmAsync(
        [FromForm] Guid id, [FromForm] string? claim, [FromForm] string? ground, [FromForm] string? lastDay, AttestationActions claims, Actor by, CancellationToken stop)
    {
        var day = DateOnly.TryParseExact(lastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : (DateOnly?)null;
        return Answer(await claims.ConfirmAsync(new(id), claim, ground, day, by, stop), $"{Desk}#claim-{claim}", new(id, claim, ground, lastDay));
    }

    private static IResult Answer(Refusal? refusal, string onward, AttestationInput? typed = null) => refusal switch
    {
        null => Page.SeeOther(onward),
        var absent when absent.Reason == Refusal.Absent.Reason => Page.Absent(),
        var other => Page.Refused<ClaimsPage>(new { Refusal = other, Input = typed }),
    };
}
