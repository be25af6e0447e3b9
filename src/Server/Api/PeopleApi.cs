using Microsoft.AspNetCore.Http.HttpResults;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Server;

/// <summary>The directory: only those whom the owner of the token sees.</summary>
internal static class PeopleApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/people", FindAsync).NeedsScope(Scopes.PeopleRead)
            .WithName("findPeople").WithTags("People")
            .WithSummary("People in the order of the Finnish alphabet, 50 at a time; q: beginnings of words of name, user ID or duty.");
        api.MapGet("/people/{id:guid}", ShowAsync).NeedsScope(Scopes.PeopleRead).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getPerson").WithTags("People").WithSummary("One person, as their page shows them to you.");
    }

    private static async Task<Ok<PeoplePage>> FindAsync(string? q, string? cursor, DirectoryQueries directory, Actor by, CancellationToken stop)
    {
        var page = await directory.FindAsync(new(q, Unit: null, School: null, Organ: null, Group: null, cursor), by, counted: false, stop);
        return TypedResults.Ok(new PeoplePage([.. page.Rows.Select(Item)], page.Next));
    }

    private static async Task<Results<Ok<PersonProfile>, ProblemHttpResult>> ShowAsync(Guid id, ProfileQueries profiles, Actor by, CancellationToken stop) =>
        await profiles.FindAsync(new(id), by, stop) is { } found
            ? TypedResults.Ok(new PersonProfile(found.Id.Value, found.Name, found.Headline, found.Email, found.Phone, found.Common))
            : ApiProblems.Absent();

    private static PersonItem Item(DirectoryRow row) => new(
        row.Person.Id.Value, row.Person.Name, row.Duty, row.Place, row.ClassName, row.Email, row.Phone, row.Person.Outside, row.Person.Pupil);

    /// <param name="Next">The cursor of the next page; null on the last.</param>
    private sealed record PeoplePage(IReadOnlyList<PersonItem> Items, string? Next);

    private sealed record PersonItem(
        Guid Id, string Name, string? Duty, string? Place, string? ClassName, string? Email, string? Phone, bool Outside, bool Pupil);

    /// <param name="CommonGroups">Groups that you are both in.</param>
    private sealed record PersonProfile(Guid Id, string Name, string? Headline, string? Email, string? Phone, IReadOnlyList<string> CommonGroups);
}
