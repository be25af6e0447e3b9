using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Posts.Cards;
using Tupa.Posts.Composer;
using Tupa.Posts.Posts;
using Page = Tupa.Ui.Page;

namespace Tupa.Posts;

/// <summary>What is done to a post. Ending a thing is its route and "/end".</summary>
internal static class PostRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/posts", PublishAsync);
        routes.MapPost("/posts/{id:guid}/revision", ReviseAsync);
        routes.MapPost("/posts/{id:guid}/deletion", DeleteAsync);
        routes.MapPost("/posts/{id:guid}/pin", (Guid id, PostCareActions care, Actor by, CancellationToken stop) => DoneAsync(id, care.PinAsync(new(id), true, by, stop)));
        routes.MapPost("/posts/{id:guid}/pin/end", (Guid id, PostCareActions care, Actor by, CancellationToken stop) => DoneAsync(id, care.PinAsync(new(id), false, by, stop)));
        routes.MapPost("/posts/{id:guid}/hiding", (Guid id, PostCareActions care, Actor by, CancellationToken stop) => DoneAsync(id, care.HideAsync(new(id), by, stop)));
        routes.MapPost("/posts/{id:guid}/hiding/end", (Guid id, PostCareActions care, Actor by, CancellationToken stop) => DoneAsync(id, care.UnhideAsync(new(id), by, stop)));
        routes.MapPost("/posts/{id:guid}/must-read/end", (Guid id, PostCareActions care, Actor by, CancellationToken stop) => DoneAsync(id, care.EndMustReadAsync(new(id), by, stop)));
        routes.MapPost("/posts/{id:guid}/confirmation", (Guid id, MustReadActions reads, Actor by, CancellationToken stop) => DoneAsync(id, reads.ConfirmAsync(new(id), by, stop)));
        routes.MapPost("/posts/{id:guid}/reactions/{kind}", (Guid id, string kind, HttpRequest request, ReactionActions reactions, Actor by, CancellationToken stop) =>
            ReactAsync(id, kind, request, (post, one) => reactions.GiveAsync(post, one, by, stop), stop));
        routes.MapPost("/posts/{id:guid}/reactions/{kind}/end", (Guid id, string kind, HttpRequest request, ReactionActions reactions, Actor by, CancellationToken stop) =>
            ReactAsync(id, kind, request, (post, one) => reactions.TakeBackAsync(post, one, by, stop), stop));
        routes.MapPost("/posts/{id:guid}/former-mentions/end", async (Guid id, FormerMentions former, Actor by, CancellationToken stop) =>
            await former.EndAsync(new(id), by, stop) is { } space ? Page.SeeOther($"/spaces/{space}/former-mentions") : Page.Absent());
        routes.MapGet("/posts/{id:guid}/card", CardAsync);
    }

    /// <summary>The page of the post after a deed; the page again where it was refused.</summary>
    public static async Task<IResult> DoneAsync(Guid id, Task<Refusal?> deed) => await deed switch
    {
        null => Page.SeeOther($"/posts/{id}"),
        var refusal when refusal == Refusal.Absent => Page.Absent(),
        var refusal => Page.Refused<PostPage>(new { Id = id, Refusal = refusal }),
    };

    private static async Task<IResult> PublishAsync(PostInput? input, PostActions posts, Actor by, CancellationToken stop)
    {
        if (input is null) return Page.Absent();
        var answer = await posts.PublishAsync(input, by, stop);
        if (answer.Refusal is null) return Page.SeeOther($"/posts/{input.Id}");
        return answer.Refusal == Refusal.Absent ? Page.Absent() : Page.Refused<NewPostPage>(new { Input = input, Refusal = answer.Refusal });
    }

    private static async Task<IResult> ReviseAsync(Guid id, PostInput? typed, PostActions posts, Actor by, CancellationToken stop)
    {
        if (typed is null) return Page.Absent();
        var input = typed with { Id = new(id) };
        var answer = await posts.ReviseAsync(input, by, stop);
        if (answer.Refusal is null) return Page.SeeOther($"/posts/{id}");
        return answer.Refusal == Refusal.Absent ? Page.Absent() : Page.Refused<EditPostPage>(new { Id = id, Input = input, Refusal = answer.Refusal });
    }

    private static async Task<IResult> DeleteAsync(Guid id, PostActions posts, PostQueries found, Actor by, CancellationToken stop)
    {
        var space = (await found.FindAsync(new(id), by, stop))?.Space;
        var refusal = await posts.DeleteAsync(new(id), by, stop);
        return refusal is null ? Page.SeeOther(space is { } at ? $"/spaces/{at}" : "/") : await DoneAsync(id, Task.FromResult<Refusal?>(refusal));
    }

    private static async Task<IResult> ReactAsync(
        Guid id, string kind, HttpRequest request, Func<PostId, ReactionKind, Task<Refusal?>> deed, CancellationToken stop)
    {
        if (ReactionText.Read(kind) is not { } one) return Page.Absent();
        if (await deed(new(id), one) is { } refusal) return await DoneAsync(id, Task.FromResult<Refusal?>(refusal));

        var onCard = request.HasFormContentType && (await request.ReadFormAsync(stop))["from"] == "card";
        return Page.SeeOther(onCard ? $"{ReadFrom(request)}#post-{id}" : $"/posts/{id}");
    }

    /// <summary>The page of ours that the reader is on.</summary>
    private static string ReadFrom(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value
            ? Ui.LocalPath.Or(from.PathAndQuery)
            : "/";

    private static async Task<IResult> CardAsync(Guid id, PostCards cards, Actor by, CancellationToken stop)
    {
        var rows = await cards.RowsAsync([id], by, stop);
        return rows.Count == 0 ? Page.Absent() : new RazorComponentResult<PostCardFrame>(new { Post = rows[0] });
    }
}
