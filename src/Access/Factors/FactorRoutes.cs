using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Access.Factors;
using Tupa.Kernel;
using Tupa.Ui;

namespace Tupa.Access;

/// <summary>What is done to another's second factor. One's own is among the routes of /me/security.</summary>
internal static class FactorRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/people/{id:guid}/second-factor/end", ResetAsync);

    private static async Task<IResult> ResetAsync(Guid id, FactorResets resets, Actor by, CancellationToken stop) =>
        await resets.ResetAsync(new(id), by, stop) switch
        {
            null => Page.SeeOther($"/people/{id}/second-factor?after=reset"),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<FactorResetPage>(new { Id = id, Refusal = refusal }),
        };
}
