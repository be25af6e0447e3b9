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
        ScimUserRoutes.Map(scim);
        ScimGroupRoutes.Map(scim);
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

    /// <summary>What of a resource is wanted back; all of it where that cannot be read.</summary>
    public static ScimChoice Choice(HttpContext http) => ScimChoice.Of(http.Request.Query["attributes"], http.Request.Query["excludedAttributes"]) ?? ScimChoice.All;

    public static string? IfMatch(HttpContext http) => http.Request.Headers.IfMatch;

    /// <summary>One resource; 304 where the directory has this version.</summary>
    public static IResult Shown(HttpContext http, JsonObject? resource)
    {
        if (resource is null) return ScimAnswer.No(ScimError.Absent);

        var known = http.Request.Headers.IfNoneMatch.ToString();
        var tag = ScimJson.Version(resource);
        return known.Length > 0 && ScimTags.Match(known, tag) ? new ScimAnswer(StatusCodes.Status304NotModified, null, tag) : ScimAnswer.Of(resource, Choice(http));
    }

    public static IResult Answered(HttpContext http, ScimOutcome outcome, int status = StatusCodes.Status200OK) =>
        outcome.Error is { } error ? ScimAnswer.No(error) : outcome.Resource is { } resource ? ScimAnswer.Of(resource, Choice(http), status) : ScimAnswer.Empty;

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
