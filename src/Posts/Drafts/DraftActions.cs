using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>Keeps what is being typed, for its writer alone. Saving as one types is not audited; throwing away is.</summary>
internal sealed class DraftActions(Writing writing, TupaDb db, SpaceAccess spaces, AuditLog audit, TimeProvider clock)
{
    /// <summary>The last words win. A form that has been published already, or a space that is not the writer's, keeps nothing.</summary>
    public Task<Refusal?> SaveAsync(PostInput input, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (by.Person is not { } me) return Refusal.Absent;
        if (await spaces.OpenAsync(input.Space, by, stop) is not { Can.Publish: true }) return audit.Refused(by, "posts.draft.save", input.Id.Value, Refusal.Absent);
        if (await db.Set<Post>().AnyAsync(p => p.Id == input.Id, stop)) return null;

        var rest = DraftForm.Of(input);
        if (input.Title.Length > Post.LongestTitle) return new Refusal(PostText.TitleTooLong);
        if (input.Body.Length > Post.LongestBody || rest.Length > Draft.LongestRest) return new Refusal(PostText.BodyTooLong);

        var draft = await db.Set<Draft>().FirstOrDefaultAsync(d => d.Post == input.Id, stop);
        if (draft is not null && (draft.Author != me || draft.Space != input.Space)) return audit.Refused(by, "posts.draft.save", input.Id.Value, Refusal.Absent);
        if (draft is null) db.Add(draft = new() { Post = input.Id, Author = me, Space = input.Space, Title = "", Body = "", Rest = "", SavedAt = default });

        (draft.Title, draft.Body, draft.Rest, draft.SavedAt) = (input.Title, input.Body, rest, clock.UtcNow());
        return null;
    }, stop);

    public Task<Refusal?> ThrowAwayAsync(PostId id, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        var draft = by.Person is { } me ? await db.Set<Draft>().FirstOrDefaultAsync(d => d.Post == id && d.Author == me, stop) : null;
        if (draft is null) return audit.Refused(by, "posts.draft.throw-away", id.Value, Refusal.Absent);

        db.Remove(draft);
        audit.Write(by, "posts.draft.thrown-away", id.Value, space: draft.Space.Value);
        return null;
    }, stop);
}
