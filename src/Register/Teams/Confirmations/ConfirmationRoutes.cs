using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register.Teams.Confirmations;
using Tupa.Ui;

namespace Tupa.Register;

internal static class ConfirmationRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/people/confirmation", ConfirmAsync);

    private static async Task<IResult> ConfirmAsync([FromForm] string? round, IFormCollection form, ConfirmationActions confirmations, Actor by, CancellationToken stop)
    {
        List<AssignmentId> ticked = [.. form["assignment"].Select(a => Guid.TryParse(a, out var id) ? new AssignmentId(id) : (AssignmentId?)null).OfType<AssignmentId>()];
        var opens = FieldRules.TryDay(round, out var day) ? day : (DateOnly?)null;
        return await confirmations.ConfirmAsync(opens, ticked, by, stop) switch
        {
            null => Page.SeeOther("/me/people/confirmation"),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<ConfirmationPage>(new { Refusal = refusal }),
        };
    }
}
