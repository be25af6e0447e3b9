using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Posts.Comments;
using Tupa.Posts.Posts;
using Page = Tupa.Ui.Page;

namespace Tupa.Posts;

/// <summary>What is done with comments.</summary>
internal static class CommentRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/posts/{id:guid}/comments", SayAsync);
        routes.MapPost("/comments/{id:guid}/revision", ReviseAsync);
        routes.MapPost("/comments/{id:guid}/deletion", (Guid id, CommentActions comments, CommentQueries found, Actor by, CancellationToken stop) =>
            DoneAsync(id, found, by, () => comments.RemoveAsync(new(id), by, stop), stop));
        routes.MapPost("/comments/{id:guid}/hiding", (Guid id, CommentActions comments, CommentQueries found, Actor by, CancellationToken stop) =>
            DoneAsync(id, found, by, () => comments.HideAsync(new(id), true, by, stop), stop));
        routes.MapPost("/comments/{id:guid}/hiding/end", (Guid id, CommentActions comments, CommentQueries found, Actor by, CancellationToken stop) =>
            DoneAsync(id, found, by, () => comments.HideAsync(new(id), false, by, stop), stop));
    }

    private static async Task<IResult> SayAsync(Guid id, CommentInput? input, CommentActions comments, Actor by, CancellationToken stop)
    {
        if (input is null) return Page.Absent();
        var refusal = await comments.SayAsync(new(id), input, by, stop);
        if (refusal is null) return Page.SeeOther($"/posts/{id}#comment-{input.Id}");
        if (refusal == Refusal.Absent) return Page.Absent();

        // The comment that was answered is gone: the same words can be sent as one of their own.
        var reply = refusal.Reason == CommentText.ThreadGone ? null : input.ReplyTo;
        return Page.Refused<PostPage>(new { Id = id, Typed = new CommentTyped(input.Id, input.Body, reply, input.Mentions), CommentRefusal = refusal });
    }

    private static async Task<IResult> ReviseAsync(Guid id, CommentInput? input, CommentActions comments, CommentQueries found, Actor by, CancellationToken stop)
    {
        if (input is null || await found.PostOfAsync(new(id), by, stop) is not { } post) return Page.Absent();
        var refusal = await comments.ReviseAsync(new(id), input, by, stop);
        if (refusal is null) return Page.SeeOther($"/posts/{post}#comment-{id}");
        return refusal == Refusal.Absent
            ? Page.Absent()
            : Page.Refused<EditCommentPage>(new { Id = id, Refusal = refusal, Typed = new CommentTyped(new(id), input.Body, null, input.Mentions) });
    }

    private static async Task<IResult> DoneAsync(Guid id, CommentQueries found, Actor by, Func<Task<Refusal?>> deed, CancellationToken stop)
    {
        var post = await found.PostOfAsync(new(id), by, stop);
        var refusal = await deed();
        if (post is null || refusal == Refusal.Absent) return Page.Absent();
        return await PostRoutes.DoneAsync(post.Value.Value, Task.FromResult(refusal));
    }
}
