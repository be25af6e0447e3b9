using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tupa.Register;

/// <summary>The routes of one kind of resource: <c>/scim/v2/Users</c>, <c>/scim/v2/Groups</c>.</summary>
internal static class ScimResourceRoutes
{
    public static void Map<TResources>(IEndpointRouteBuilder scim, string place) where TResources : IScimResources
    {
        scim.MapGet(place, (HttpContext http, TResources all, CancellationToken stop) => ListAsync(ScimRoutes.Listing(http), http, all, stop));
        scim.MapPost(place + "/.search", (HttpContext http, TResources all, CancellationToken stop) => WithBodyAsync(http, body => ListAsync(ScimListing.Of(body), http, all, stop)));
        scim.MapPost(place, (HttpContext http, TResources all, CancellationToken stop) => WithBodyAsync(http, async body =>
            Answered(http, await all.MakeAsync(body, ScimRoutes.Root(http), stop), StatusCodes.Status201Created)));
        scim.MapGet(place + "/{id}", async (string id, HttpContext http, TResources all, CancellationToken stop) =>
            Shown(http, await all.FindAsync(Id(id), ScimRoutes.Root(http), stop)));
        scim.MapPut(place + "/{id}", (string id, HttpContext http, TResources all, CancellationToken stop) => WithBodyAsync(http, async body =>
            Answered(http, await all.ReplaceAsync(Id(id), http.Request.Headers.IfMatch, body, ScimRoutes.Root(http), stop))));
        scim.MapPatch(place + "/{id}", (string id, HttpContext http, TResources all, CancellationToken stop) => WithBodyAsync(http, body => PatchAsync(Id(id), body, http, all, stop)));
        scim.MapDelete(place + "/{id}", async (string id, HttpContext http, TResources all, CancellationToken stop) =>
            Answered(http, await all.EndAsync(Id(id), http.Request.Headers.IfMatch, stop)));
    }

    /// <summary>What is no id of ours finds nothing.</summary>
    public static Guid Id(string? text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;

    private static async Task<IResult> ListAsync((ScimListing? Listing, ScimError? Error) asked, HttpContext http, IScimResources all, CancellationToken stop)
    {
        if (asked.Listing is not { } listing) return ScimAnswer.No(asked.Error!);

        var (page, error) = await all.ListAsync(listing, ScimRoutes.Root(http), stop);
        return page is null ? ScimAnswer.No(error!) : ScimAnswer.Of(page, listing.Choice);
    }

    private static async Task<IResult> PatchAsync(Guid id, JsonObject body, HttpContext http, IScimResources all, CancellationToken stop)
    {
        var (patch, error) = ScimPatch.Read(body);
        if (patch is null) return ScimAnswer.No(error!);

        var outcome = await all.PatchAsync(id, http.Request.Headers.IfMatch, patch, ScimRoutes.Root(http), stop);
        return outcome.Error is null && !all.ShowsChanges && !http.Request.Query.ContainsKey("attributes") ? ScimAnswer.Empty : Answered(http, outcome);
    }

    private static async Task<IResult> WithBodyAsync(HttpContext http, Func<JsonObject, Task<IResult>> work)
    {
        var (body, error) = await ScimBody.ReadAsync(http);
        return body is null ? ScimAnswer.No(error!) : await work(body);
    }

    /// <summary>One resource; 304 where the directory has this version.</summary>
    private static ScimAnswer Shown(HttpContext http, JsonObject? resource)
    {
        if (resource is null) return ScimAnswer.No(ScimError.Absent);

        var known = http.Request.Headers.IfNoneMatch.ToString();
        var tag = ScimJson.Version(resource);
        return known.Length > 0 && ScimTags.Match(known, tag) ? new ScimAnswer(StatusCodes.Status304NotModified, null, tag) : ScimAnswer.Of(resource, Choice(http));
    }

    private static ScimAnswer Answered(HttpContext http, ScimOutcome outcome, int status = StatusCodes.Status200OK) =>
        outcome.Error is { } error ? ScimAnswer.No(error) : outcome.Resource is { } resource ? ScimAnswer.Of(resource, Choice(http), status) : ScimAnswer.Empty;

    /// <summary>What of a resource is wanted back; all of it where that cannot be read.</summary>
    private static ScimChoice Choice(HttpContext http) => ScimChoice.Of(http.Request.Query["attributes"], http.Request.Query["excludedAttributes"]) ?? ScimChoice.All;
}
