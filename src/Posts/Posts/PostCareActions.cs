using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>Looks after a post that is there: pinned, hidden, shown again, no longer to be confirmed.</summary>
internal sealed class PostCareActions(Writing writing, PostAccess access, PostTrail trail, AuditLog audit, TimeProvider clock)
{
    public Task<Refusal?> PinAsync(PostId id, bool pinned, Actor by, CancellationToken stop = default) =>
        DoAsync(id, pinned ? "pin" : "unpin", pinned ? "pinned" : "unpinned", can => can.Pin, post => post.Pin(pinned), by, stop);

    /// <summary>Out of sight for its readers, files and all; nothing is deleted.</summary>
    public Task<Refusal?> HideAsync(PostId id, Actor by, CancellationToken stop = default) =>
        DoAsync(id, "hide", "hidden", can => can.Hide, post => post.Hide(by.Person, clock.UtcNow()), by, stop);

    public Task<Refusal?> UnhideAsync(PostId id, Actor by, CancellationToken stop = default) =>
        DoAsync(id, "unhide", "unhidden", can => can.Hide, post => post.Show(), by, stop);

    /// <summary>Nobody needs to confirm it any more; who has confirmed stays.</summary>
    public Task<Refusal?> EndMustReadAsync(PostId id, Actor by, CancellationToken stop = default) =>
        DoAsync(id, "end-must-read", "must-read-ended", can => can.Pin || can.Follow, post => post.MustBeRead(null), by, stop);

    private Task<Refusal?> DoAsync(
        PostId id, string deed, string done, Func<PostAbilities, bool> may, Action<Post> change, Actor by, CancellationToken stop) =>
        writing.RunAsync(async () =>
        {
            if (await access.OpenAsync(id, by, stop) is not { } open) return audit.Refused(by, $"posts.post.{deed}", id.Value, Refusal.Absent);
            if (!may(open.Can)) return audit.Refused(by, $"posts.post.{deed}", id.Value, PostText.MayNot);

            change(open.Post);
            await trail.ShowAsync(open.Post, stop);
            audit.Write(by, $"posts.post.{done}", id.Value, space: open.Space.Id.Value);
            return null;
        }, stop);
}
