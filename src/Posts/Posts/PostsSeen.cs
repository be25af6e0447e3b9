using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>The posts that a person reads now: in an audience of theirs, published, not gone, not hidden. Every list of posts begins here.</summary>
internal sealed class PostsSeen(TupaDb db, Audience audience, TimeProvider clock)
{
    private static readonly Part<Func<TupaDb, IQueryable<Post>, PersonId, DateTime, IQueryable<Post>>> Seen = new((db, posts, me, now) => posts.Where(p =>
        Audience.VisibleTo.In(db, me, now).Contains(p.Audience) && p.PublishedAt <= now && now < p.ExpiresAt && p.HiddenAt == null));

    /// <summary>For statements that are compiled.</summary>
    public static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<Post>>> Of = new((db, me, now) => Seen.In(db, db.Set<Post>(), me, now));

    /// <summary>
    /// Those of the given posts. The limit takes nothing away: it keeps PostgreSQL from going through all posts of all of the reader's
    /// audiences to find fifty by their ids, which it does where it thinks a person is in one audience.
    /// </summary>
    public static readonly Part<Func<TupaDb, List<PostId>, PersonId, DateTime, IQueryable<Post>>> Among = new((db, ids, me, now) =>
        Seen.In(db, db.Set<Post>().Where(p => ids.Contains(p.Id)).Take(int.MaxValue), me, now));

    public IQueryable<Post> By(Actor by) => Of.In(db, by.Person ?? new PersonId(Guid.Empty), clock.UtcNow());

    /// <summary>As <see cref="By"/>, and also what is scheduled, expired or hidden: for those who look after it.</summary>
    public IQueryable<Post> InAudienceOf(Actor by)
    {
        var visible = audience.Visible(by);
        return db.Set<Post>().Where(p => visible.Contains(p.Audience));
    }
}
