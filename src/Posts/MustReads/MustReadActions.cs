using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>A reader confirms having read what must be read.</summary>
internal sealed class MustReadActions(Writing writing, TupaDb db, PostAccess access, AuditLog audit, TimeProvider clock)
{
    /// <summary>Also after the deadline. Twice is once.</summary>
    public Task<Refusal?> ConfirmAsync(PostId id, Actor by, CancellationToken stop = default) => writing.RunAsync(async () =>
    {
        if (by.Person is not { } me || await access.OpenAsync(id, by, stop) is not { } open) return audit.Refused(by, "posts.must-read.confirm", id.Value, Refusal.Absent);
        if (open.Post.MustReadUntil is null) return new Refusal(PostText.NotMustRead);
        if (await db.Set<Confirmation>().AnyAsync(c => c.Post == id && c.Person == me, stop)) return null;

        db.Add(new Confirmation { Post = id, Person = me, At = clock.UtcNow() });
        audit.Write(by, "posts.must-read.confirmed", id.Value, space: open.Space.Id.Value);
        return null;
    }, stop);
}
