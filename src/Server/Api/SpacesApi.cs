using Microsoft.AspNetCore.Http.HttpResults;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Server;

/// <summary>The spaces that the owner of the token may know of.</summary>
internal static class SpacesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/spaces", ListAsync).NeedsScope(Scopes.SpacesRead)
            .WithName("listSpaces").WithTags("Spaces").WithSummary("Spaces you are in, and those open to all staff; 50 at a time.");
        api.MapGet("/spaces/{id:guid}", ShowAsync).NeedsScope(Scopes.SpacesRead).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getSpace").WithTags("Spaces").WithSummary("One space, and your role in it.");
    }

    private static async Task<Ok<SpacePage>> ListAsync(Guid? cursor, SpacesSeen spaces, Actor by, CancellationToken stop)
    {
        var rows = await spaces.PageAsync(by, cursor is { } after ? new SpaceId(after) : null, SpacesSeen.Most, stop);
        return TypedResults.Ok(new SpacePage([.. rows.Select(Item)], rows.Count == SpacesSeen.Most ? rows[^1].Id.Value : null));
    }

    private static async Task<Results<Ok<SpaceItem>, ProblemHttpResult>> ShowAsync(Guid id, SpacesSeen spaces, Actor by, CancellationToken stop) =>
        await spaces.FindAsync(new(id), by, stop) is { } found ? TypedResults.Ok(Item(found)) : ApiProblems.Absent();

    private static SpaceItem Item(SeenSpace space) => new(
        space.Id.Value, space.Name, space.Purpose, space.Description, Word(space.Confidentiality), Word(space.Role), space.Closed);

    private static string Word<TEnum>(TEnum value) where TEnum : struct, Enum => value.ToString().ToLowerInvariant();

    /// <param name="Next">The cursor of the next page; null on the last.</param>
    private sealed record SpacePage(IReadOnlyList<SpaceItem> Items, Guid? Next);

    /// <param name="Confidentiality">open, members or confidential.</param>
    /// <param name="Role">reader, contributor, editor or steward.</param>
    private sealed record SpaceItem(Guid Id, string Name, string Purpose, string Description, string Confidentiality, string Role, bool Closed);
}
