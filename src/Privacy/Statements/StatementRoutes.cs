using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;

namespace Tupa.Privacy;

internal static class StatementRoutes
{
    /// <summary>The statement for machines.</summary>
    public const string Document = "/privacy/statement.json";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Document, ReadAsync).ForVisitors();

    private static async Task<IResult> ReadAsync(
        Statement statement, StatementOptions city, ClaimBoard board, ErasureQueries erasures, TimeProvider clock, CancellationToken stop) =>
        Results.Json(StatementDocument.Of(statement, city, await board.ReadAsync(stop), await erasures.HeldAsync(stop), clock.UtcNow()));
}
