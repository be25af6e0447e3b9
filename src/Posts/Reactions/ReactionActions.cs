using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>Gives and takes back reactions. Doing either twice changes nothing.</summary>
internal sealed class ReactionActions(Writing writing, TupaDb db, PostAccess access, AuditLog audit, TimeProvider clock)
{
    public Task<Refusal?> GiveAsync(PostId id, ReactionKind kind, Actor by, CancellationToken stop = default) =>
        DoAsync(id, kind, "give", by, false, me => db.Add(new Reaction { Post = id, Person = me, Kind = kind, At = clock.UtcNow() }), stop);

    public Task<Refusal?> TakeBackAsync(PostId id, ReactionKind kind, Actor by, CancellationToken stop = default) =>
        DoAsync(id, kind, "take-back", by, true, me => db.Remove(db.Set<Reaction>().Local.First(r => r.Post == id && r.Kind == kind && r.Person == me)), stop);

    /// <param name="had">The reaction must be there already, and goes; else it must not.</param>
    private Task<Refusal?> DoAsync(
        PostId id, ReactionKind kind, string deed, Actor by, bool had, Action<PersonId> work, CancellationToken stop) =>
        writing.RunAsync(async () =>
        {
            if (by.Person is not { } me || await access.OpenAsync(id, by, stop) is not { } open) return audit.Refused(by, $"posts.reaction.{deed}", id.Value, Refusal.Absent);
            if (!open.Can.Comment) return audit.Refused(by, $"posts.reaction.{deed}", id.Value, CommentText.MayNotComment);

            var has = await db.Set<Reaction>().FirstOrDefaultAsync(r => r.Post == id && r.Kind == kind && r.Person == me, stop) is not null;
            if (has != had) return null;

            work(me);
            audit.Write(by, had ? "posts.reaction.taken-back" : "posts.reaction.given", id.Value, space: open.Space.Id.Value);
            return null;
        }, stop);
}
