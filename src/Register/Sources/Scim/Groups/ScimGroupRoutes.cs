using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tupa.Register;

/// <summary>/scim/v2/Groups</summary>
internal static class ScimGroupRoutes
{
    public static void Map(IEndpointRouteBuilder scim)
    {
        scim.MapGet("/Groups", ListAsync);
        scim.MapPost("/Groups/.search", SearchAsync);
        scim.MapPost("/Groups", MakeAsync);
        scim.MapGet("/Groups/{id}", ShowAsync);
        scim.MapPut("/Groups/{id}", ReplaceAsync);
        scim.MapPatch("/Groups/{id}", PatchAsync);
        scim.MapDelete("/Groups/{id}", EndAsync);
    }

    public static GroupId Id(string text) => new(Guid.TryParse(text, out var id) ? id : Guid.Empty);

    public static Func<JsonObject, (ScimGroup?, ScimError?)> Patched(ScimPatch patch) =>
        stands => patch.Apply(stands, ScimSchema.Group) is { } error ? (null, error) : GroupJson.Read(stands);

    public static Func<JsonObject, (ScimGroup?, ScimError?)> Replaced(JsonObject whole) => _ => GroupJson.Read(whole);

    private static async Task<IResult> ListAsync(HttpContext http, ScimGroupQueries groups, CancellationToken stop) => await ListedAsync(ScimRoutes.Listing(http), http, groups, stop);

    private static async Task<IResult> SearchAsync(HttpContext http, ScimGroupQueries groups, CancellationToken stop)
    {
        var (body, error) = await ScimBody.ReadAsync(http);
        return body is null ? ScimAnswer.No(error!) : await ListedAsync(ScimListing.Of(body), http, groups, stop);
    }

    private static async Task<IResult> ListedAsync((ScimListing? Listing, ScimError? Error) asked, HttpContext http, ScimGroupQueries groups, CancellationToken stop)
    {
        if (asked.Listing is not { } listing) return ScimAnswer.No(asked.Error!);

        var (page, error) = await groups.ListAsync(listing, ScimRoutes.Root(http), stop);
        return page is null ? ScimAnswer.No(error!) : ScimAnswer.Of(page, listing.Choice);
    }

    private static async Task<IResult> MakeAsync(HttpContext http, ScimGroupActions groups, CancellationToken stop)
    {
        var (body, error) = await ScimBody.ReadAsync(http);
        if (body is null) return ScimAnswer.No(error!);

        var (said, wrong) = GroupJson.Read(body);
        return said is null ? ScimAnswer.No(wrong!) : ScimRoutes.Answered(http, await groups.MakeAsync(said, ScimRoutes.Root(http), stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext http, ScimGroupQueries groups, CancellationToken stop) =>
        ScimRoutes.Shown(http, await groups.FindAsync(Id(id), ScimRoutes.Root(http), stop));

    private static async Task<IResult> ReplaceAsync(string id, HttpContext http, ScimGroupActions groups, CancellationToken stop)
    {
        var (body, error) = await ScimBody.ReadAsync(http);
        return body is null
            ? ScimAnswer.No(error!)
            : ScimRoutes.Answered(http, await groups.ChangeAsync(Id(id), ScimRoutes.IfMatch(http), Replaced(body), ScimRoutes.Root(http), stop));
    }

    /// <summary>Answers with nothing, which spares the members; with the group where attributes are asked for.</summary>
    private static async Task<IResult> PatchAsync(string id, HttpContext http, ScimGroupActions groups, CancellationToken stop)
    {
        var (body, error) = await ScimBody.ReadAsync(http);
        if (body is null) return ScimAnswer.No(error!);

        var (patch, wrong) = ScimPatch.Read(body);
        if (patch is null) return ScimAnswer.No(wrong!);

        var outcome = await groups.ChangeAsync(Id(id), ScimRoutes.IfMatch(http), Patched(patch), ScimRoutes.Root(http), stop);
        return outcome.Error is null && !http.Request.Query.ContainsKey("attributes") ? ScimAnswer.Empty : ScimRoutes.Answered(http, outcome);
    }

    private static async Task<IResult> EndAsync(string id, HttpContext http, ScimGroupActions groups, CancellationToken stop) =>
        ScimRoutes.Answered(http, await groups.EndAsync(Id(id), ScimRoutes.IfMatch(http), stop));
}
