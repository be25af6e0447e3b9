using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Tupa.Register;

/// <summary>/scim/v2/Users</summary>
internal static class ScimUserRoutes
{
    public static void Map(IEndpointRouteBuilder scim)
    {
        scim.MapGet("/Users", ListAsync);
        scim.MapPost("/Users/.search", SearchAsync);
        scim.MapPost("/Users", MakeAsync);
        scim.MapGet("/Users/{id}", ShowAsync);
        scim.MapPut("/Users/{id}", ReplaceAsync);
        scim.MapPatch("/Users/{id}", PatchAsync);
        scim.MapDelete("/Users/{id}", EndAsync);
    }

    /// <summary>What the directory calls the user: the id of its record. What is none finds nothing.</summary>
    public static SourceRecordId Id(string text) => new(Guid.TryParse(text, out var id) ? id : Guid.Empty);

    /// <summary>The change that a patch makes of what stands.</summary>
    public static Func<JsonObject, (ScimUser?, ScimError?)> Patched(ScimPatch patch) =>
        stands => patch.Apply(stands, ScimSchema.User) is { } error ? (null, error) : UserJson.Read(stands);

    /// <summary>A whole resource says all of what stands; only of sign-in it may say nothing.</summary>
    public static Func<JsonObject, (ScimUser?, ScimError?)> Replaced(JsonObject whole) => _ => UserJson.Read(whole);

    private static async Task<IResult> ListAsync(HttpContext http, ScimUserQueries users, CancellationToken stop) => await ListedAsync(ScimRoutes.Listing(http), http, users, stop);

    private static async Task<IResult> SearchAsync(HttpContext http, ScimUserQueries users, CancellationToken stop)
    {
        var (body, error) = await ScimBody.ReadAsync(http);
        return body is null ? ScimAnswer.No(error!) : await ListedAsync(ScimListing.Of(body), http, users, stop);
    }

    private static async Task<IResult> ListedAsync((ScimListing? Listing, ScimError? Error) asked, HttpContext http, ScimUserQueries users, CancellationToken stop)
    {
        if (asked.Listing is not { } listing) return ScimAnswer.No(asked.Error!);

        var (page, error) = await users.ListAsync(listing, ScimRoutes.Root(http), stop);
        return page is null ? ScimAnswer.No(error!) : ScimAnswer.Of(page, listing.Choice);
    }

    private static async Task<IResult> MakeAsync(HttpContext http, ScimUserActions users, CancellationToken stop)
    {
        var (body, error) = await ScimBody.ReadAsync(http);
        if (body is null) return ScimAnswer.No(error!);

        var (said, wrong) = UserJson.Read(body);
        if (said is null) return ScimAnswer.No(wrong!);

        return ScimRoutes.Answered(http, (await users.MakeAsync([said], 1, ScimRoutes.Root(http), stop))[0]!, StatusCodes.Status201Created);
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext http, ScimUserQueries users, CancellationToken stop) =>
        ScimRoutes.Shown(http, await users.FindAsync(Id(id), ScimRoutes.Root(http), stop));

    private static async Task<IResult> ReplaceAsync(string id, HttpContext http, ScimUserActions users, CancellationToken stop)
    {
        var (body, error) = await ScimBody.ReadAsync(http);
        return body is null
            ? ScimAnswer.No(error!)
            : ScimRoutes.Answered(http, await users.ChangeAsync(Id(id), ScimRoutes.IfMatch(http), Replaced(body), ScimRoutes.Root(http), stop));
    }

    private static async Task<IResult> PatchAsync(string id, HttpContext http, ScimUserActions users, CancellationToken stop)
    {
        var (body, error) = await ScimBody.ReadAsync(http);
        if (body is null) return ScimAnswer.No(error!);

        var (patch, wrong) = ScimPatch.Read(body);
        return patch is null
            ? ScimAnswer.No(wrong!)
            : ScimRoutes.Answered(http, await users.ChangeAsync(Id(id), ScimRoutes.IfMatch(http), Patched(patch), ScimRoutes.Root(http), stop));
    }

    private static async Task<IResult> EndAsync(string id, HttpContext http, ScimUserActions users, CancellationToken stop) =>
        ScimRoutes.Answered(http, await users.EndAsync(Id(id), ScimRoutes.IfMatch(http), stop));
}
