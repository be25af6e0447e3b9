using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register.Endings;
using Tupa.Register.Teams;
using Tupa.Ui;

namespace Tupa.Register;

internal static class EndingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/me/people/{assignment:guid}/extension", ProposeAsync);
        routes.MapPost("/register/extensions/{id:guid}/approval", (Guid id, ExtensionActions extensions, Actor by, CancellationToken stop) => DecideAsync(id, true, extensions, by, stop));
        routes.MapPost("/register/extensions/{id:guid}/end", (Guid id, ExtensionActions extensions, Actor by, CancellationToken stop) => DecideAsync(id, false, extensions, by, stop));
    }

    private static async Task<IResult> ProposeAsync(
        Guid assignment, [FromForm] Guid id, [FromForm] string? lastDay, [FromForm] string? reason, ExtensionActions extensions, Actor by, CancellationToken stop)
    {
        var until = DateOnly.TryParseExact(lastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        return await extensions.ProposeAsync(new(id), new(assignment), until, reason, by, stop) switch
        {
            null => Page.SeeOther($"/me/people/{assignment}"),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<TeamMemberPage>(new { Assignment = assignment, Typed = new MemberInput("extension", id) { LastDay = lastDay, Reason = reason }, Refusal = refusal }),
        };
    }

    private static async Task<IResult> DecideAsync(Guid id, bool goesOn, ExtensionActions extensions, Actor by, CancellationToken stop) =>
        await extensions.DecideAsync(new(id), goesOn, by, stop) switch
        {
            null => Page.SeeOther("/register/extensions"),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<ExtensionsPage>(new { Refusal = refusal }),
        };
}
