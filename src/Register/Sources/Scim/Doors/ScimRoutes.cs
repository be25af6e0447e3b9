using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>/scim/v2 (RFC 7644). Every route of it, and every address under it that is none, has the door of the directory.</summary>
internal static class ScimRoutes
{
    private const string Base = "/scim/v2";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var scim = routes.MapGroup(Base).ForMachines<RouteGroupBuilder, ScimDoor>();
        scim.ExcludeFromDescription();
        scim.MapGet("/ServiceProviderConfig", (HttpContext http) => ScimAnswer.Of(ScimDiscovery.Config(Root(http))));
        Listed(scim, "/ResourceTypes", ScimDiscovery.ResourceTypes);
        Listed(scim, "/Schemas", ScimDiscovery.Schemas);
        ScimResourceRoutes.Map<ScimUsers>(scim, "/Users");
        ScimResourceRoutes.Map<ScimGroups>(scim, "/Groups");
        scim.MapPost("/Bulk", BulkAsync);
        scim.Map("/{**rest}", () => ScimAnswer.No(ScimError.Absent));
    }

    /// <summary>The address of the server, as the directory knows it.</summary>
    public static string Root(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{Base}";

    /// <summary>What a list is asked for, in the address.</summary>
    public static (ScimListing? Listing, ScimError? Error) Listing(HttpContext http)
    {
        var asked = http.Request.Query;
        return ScimListing.Of(asked["filter"], asked["sortBy"], asked["sortOrder"], asked["startIndex"], asked["count"], asked["attributes"], asked["excludedAttributes"]);
    }

    private static async Task<IResult> BulkAsync(HttpContext http, ScimBulk bulk, CancellationToken stop)
    {
        var (body, error) = await ScimBody.ReadAsync(http, ScimBulk.MostBytes);
        if (body is null) return ScimAnswer.No(error!);

        var (answer, refused) = await bulk.RunAsync(body, Root(http), stop);
        return answer is null ? ScimAnswer.No(refused!) : ScimAnswer.Of(answer);
    }

    private static void Listed(RouteGroupBuilder scim, string place, Func<string, IReadOnlyList<JsonObject>> all)
    {
        scim.MapGet(place, (HttpContext http) => http.Request.Query.ContainsKey("filter")
            ? ScimAnswer.No(new(StatusCodes.Status403Forbidden, null, ScimText.InvalidFilter))
            : ScimAnswer.Of(new ScimPage(all(Root(http)), all(Root(http)).Count, 1), ScimChoice.All));
        scim.MapGet(place + "/{id}", (string id, HttpContext http) =>
            all(Root(http)).FirstOrDefault(r => string.Equals(r["id"]!.GetValue<string>(), id, StringComparison.OrdinalIgnoreCase)) is { } found
                ? ScimAnswer.Of(found)
                : ScimAnswer.No(ScimError.Absent));
    }
}
