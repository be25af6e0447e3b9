using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tupa.Kernel;
using Tupa.Posts.Composer;
using Tupa.Spaces;
using Page = Tupa.Ui.Page;

namespace Tupa.Posts;

/// <summary>What happens around the composer: drafts as one types, who would see it, whom one may mention.</summary>
internal static class ComposerRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/posts/drafts/{id:guid}", SaveAsync);
        routes.MapPost("/posts/drafts/{id:guid}/files", SaveAndAttachAsync);
        routes.MapPost("/posts/drafts/{id:guid}/end", ThrowAwayAsync);
        routes.MapPost("/posts/composition", ShowAgainAsync);
        routes.MapPost("/posts/composition/preview", PreviewAsync);
        routes.MapPost("/posts/composition/who", WhoAsync);
        routes.MapGet("/posts/mentions/{audience:guid}", MentionsAsync);
    }

    private static async Task<IResult> SaveAsync(Guid id, PostInput? typed, DraftActions drafts, Actor by, TimeProvider clock, CancellationToken stop)
    {
        if (typed is null) return Page.Absent();
        var refusal = await drafts.SaveAsync(typed with { Id = new(id) }, by, stop);
        if (refusal is null) return Words(ComposerText.Saved(Say.Time(clock.UtcNow())), StatusCodes.Status200OK);
        return refusal == Refusal.Absent ? Page.Absent() : Words(refusal.Reason, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Without script a file is attached on a page of its own: what is typed waits as a draft.</summary>
    private static async Task<IResult> SaveAndAttachAsync(Guid id, PostInput? typed, DraftActions drafts, Actor by, CancellationToken stop)
    {
        if (typed is null) return Page.Absent();
        var input = typed with { Id = new(id) };
        var refusal = await drafts.SaveAsync(input, by, stop);
        if (refusal is null) return Page.SeeOther($"/files/new?return={Uri.EscapeDataString($"/posts/new?draft={id}")}");
        return refusal == Refusal.Absent ? Page.Absent() : Page.Refused<NewPostPage>(new { Input = input, Refusal = refusal });
    }

    private static async Task<IResult> ThrowAwayAsync(Guid id, DraftActions drafts, Actor by, CancellationToken stop) =>
        await drafts.ThrowAwayAsync(new(id), by, stop) is null ? Page.SeeOther("/posts/drafts") : Page.Absent();

    /// <summary>The form again, as typed, with the numbers of the choice, and with the post as it would be where that was asked for: the way without script.</summary>
    private static async Task<IResult> ShowAgainAsync(PostInput? input, HttpRequest request, PostAccess access, Actor by, CancellationToken stop)
    {
        if (input is null) return Page.Absent();
        var preview = request.Form["show"] == PreviewButton.Show;
        return await access.OpenAsync(input.Id, by, stop) is null
            ? Page.Shown<NewPostPage>(new { Input = input, Preview = preview })
            : Page.Shown<EditPostPage>(new { Id = input.Id.Value, Input = input, Preview = preview });
    }

    private static async Task<IResult> PreviewAsync(PostInput? input, ComposerQueries composer, Actor by, CancellationToken stop) =>
        input is not null && await composer.PreviewAsync(input, by, stop) is { } preview
            ? new RazorComponentResult<PreviewPart>(new { Preview = preview })
            : Page.Absent();

    private static async Task<IResult> WhoAsync(PostInput? input, ComposerQueries composer, Actor by, CancellationToken stop) =>
        input is not null && await composer.LookAsync(input, by, stop) is { } look
            ? new RazorComponentResult<WhoLook>(new { look.Who, look.Audience })
            : Page.Absent();

    private static async Task<IResult> MentionsAsync(Guid audience, string? q, MentionActions mentions, SpaceAccess spaces, Actor by, CancellationToken stop)
    {
        if (await spaces.OpenByAudienceAsync(new(audience), by, stop) is null) return Page.Absent();
        return new RazorComponentResult<MentionOptions>(new { People = await mentions.OfferAsync(new(audience), q ?? "", by, stop) });
    }

    private static IResult Words(string words, int status) => Results.Text(words, "text/plain; charset=utf-8", statusCode: status);
}
