using Microsoft.AspNetCore.Http.HttpResults;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Spaces;

namespace Tupa.Server;

/// <summary>Posts: read within the audiences of the token's owner, published by the same action as from the page.</summary>
internal static class PostsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/spaces/{id:guid}/posts", ListAsync).NeedsScope(Scopes.PostsRead).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("listPosts").WithTags("Posts").WithSummary("What you may read in the space, newest first, 50 at a time; before: the next of the page before.");
        api.MapGet("/posts/{id:guid}", ShowAsync).NeedsScope(Scopes.PostsRead).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getPost").WithTags("Posts").WithSummary("One post. The body is Markdown.");
        api.MapPost("/spaces/{id:guid}/posts", PublishAsync).NeedsScope(Scopes.PostsWrite)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("publishPost").WithTags("Posts").WithSummary("Publishes at once. The id is yours to make: sending the same again makes nothing new.");
    }

    private static async Task<Results<Ok<PostPage>, ProblemHttpResult>> ListAsync(
        Guid id, string? before, SpaceAccess spaces, PostQueries posts, Actor by, CancellationToken stop)
    {
        if (await spaces.OpenAsync(new(id), by, stop) is null) return ApiProblems.Absent();

        var from = ArrivalCursor.Parse(before) is { } cursor ? new PostCursor(cursor.At, new(cursor.Id)) : (PostCursor?)null;
        var rows = await posts.InSpaceAsync(new(id), by, from, PostQueries.Most, stop);
        return TypedResults.Ok(new PostPage(
            [.. rows.Select(Item)], rows.Count == PostQueries.Most ? new ArrivalCursor(rows[^1].PublishedAt, rows[^1].Id.Value).ToString() : null));
    }

    private static async Task<Results<Ok<PostItem>, ProblemHttpResult>> ShowAsync(Guid id, PostQueries posts, Actor by, CancellationToken stop) =>
        await posts.FindAsync(new(id), by, stop) is { } found ? TypedResults.Ok(Item(found)) : ApiProblems.Absent();

    private static async Task<Results<Created<PostItem>, ProblemHttpResult>> PublishAsync(
        Guid id, NewPost post, PostActions posts, PostQueries found, Actor by, CancellationToken stop)
    {
        if (post.Id == Guid.Empty) return ApiProblems.Of(new(ApiText.IdMissing), "id");

        var answer = await posts.PublishAsync(Input(new(id), post), by, stop);
        if (answer.Refusal is { } refusal) return ApiProblems.Of(refusal, refusal.Faults.FirstOrDefault()?.Field);

        return await found.FindAsync(new(post.Id), by, stop) is { } made
            ? TypedResults.Created($"/api/v1/posts/{post.Id}", Item(made))
            : ApiProblems.Absent();
    }

    private static PostInput Input(SpaceId space, NewPost post) => new()
    {
        Id = new(post.Id),
        Space = space,
        Title = Plain(post.Title),
        Body = Plain(post.Body).ReplaceLineEndings("\n"),
        Who = post.Groups is { Count: > 0 } ? Who.Part : Who.All,
        Groups = [.. (post.Groups ?? []).Distinct().Select(g => new Register.GroupId(g))],
    };

    /// <summary>Without NUL, which PostgreSQL does not store (see <see cref="Web.SentForms"/>).</summary>
    private static string Plain(string? text) => (text ?? "").Replace("\0", "", StringComparison.Ordinal);

    private static PostItem Item(PostRow post) => new(
        post.Id.Value, post.Space.Value, post.Author?.Value, post.AuthorName, post.Title, post.Body,
        post.PublishedAt, post.EditedAt, post.MustReadUntil, post.Comments);

    /// <param name="Id">A UUID, best of version 7; it becomes the id of the post.</param>
    /// <param name="Groups">Only for these groups of the space and yourself; without any, for everyone in the space.</param>
    private sealed record NewPost(Guid Id, string? Title, string? Body, IReadOnlyList<Guid>? Groups);

    /// <param name="Next">The value of before for the next page; null on the last.</param>
    private sealed record PostPage(IReadOnlyList<PostItem> Items, string? Next);

    /// <param name="Author">Null once erased.</param>
    private sealed record PostItem(
        Guid Id, Guid Space, Guid? Author, string AuthorName, string Title, string Body,
        DateTime PublishedAt, DateTime? EditedAt, DateTime? MustReadUntil, int Comments);
}
