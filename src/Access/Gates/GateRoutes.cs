using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Ui;

namespace Tupa.Access;

/// <summary>Through the gates.</summary>
internal static class GateRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(GateWay.NoticePage, ([FromForm] string? returnUrl, GateActions gates, Visitor visitor, CancellationToken stop) =>
            PassAsync(Gate.Notice, returnUrl, gates, visitor, stop)).BeforeGates();
        routes.MapPost(GateWay.PledgePage, ([FromForm] string? returnUrl, GateActions gates, Visitor visitor, CancellationToken stop) =>
            PassAsync(Gate.Pledge, returnUrl, gates, visitor, stop)).BeforeGates();
    }

    /// <summary>On to where the person was going; the door stops them at the next gate, if there is one.</summary>
    private static async Task<IResult> PassAsync(Gate gate, string? returnUrl, GateActions gates, Visitor visitor, CancellationToken stop)
    {
        await gates.PassAsync(gate, visitor.Person!.Value, stop);
        return Page.SeeOther(LocalPath.Or(returnUrl));
    }
}
