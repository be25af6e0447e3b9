using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>
/// The house for programs, under /api/v1: the same audiences, abilities and audit as the pages. A program shows a token with the scope
/// that the route needs; a session in a browser opens it too. What one may not see is answered as what is not there.
/// </summary>
internal static class ApiRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/api/{documentName}/openapi.json").Impersonal();

        var api = routes.MapGroup("/api/v1")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        MeApi.Map(api);
        PeopleApi.Map(api);
        SpacesApi.Map(api);
        PostsApi.Map(api);
    }
}
