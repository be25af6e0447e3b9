using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Register.Teams.Proposals;
using Tupa.Ui;

namespace Tupa.Register;

internal static class ProposalRoutes
{
    public const string Address = "/me/people/proposals";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost($"{Address}/{{id:guid}}/end", WithdrawAsync);

    private static async Task<IResult> WithdrawAsync(Guid id, ProposalActions proposals, Actor by, CancellationToken stop) =>
        await proposals.WithdrawAsync(id, by, stop) switch
        {
            null => Page.SeeOther(Address),
            var refusal when refusal == Refusal.Absent => Page.Absent(),
            var refusal => Page.Refused<ProposalsPage>(new { Refusal = refusal }),
        };
}
