using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>The posts that a person reads now: in an audience of theirs, published, not gone, not hidden. Every list of posts begins here.</summary>
internal sealed class PostsSeen(TupaDb db, Audience audience, TimeProvider clock)
{
    /// <summary>For statements that are compiled.</summary>
    public static readonly Part<Func<TupaDb, PersonId, DateTime, IQueryable<Post>>> Of = new((db, me, now) => db.Set<Post>().Where(p =>
        Audience.VisibleTo.In(db, me, now).Contains(p.Audience) && p.PublishedAt <= now && now < p.ExpiresAt && p.HiddenAt == null));

    public IQueryable<Post> By(Actor by) => Of.In(db, by.Person ?? new PersonId(Guid.Empty), clock.UtcNow());

    /// <summary>As <see cref="By"/>, and also what is scheduled, expired or hidden: for those who look after it.</summary>
    public IQueryable<Post> InAudienceOf(Actor by)
    {
        var visible = audience.Visible(by);
        return db.Set<Post>().Where(p => visible.Contains(p.Audience));
    }
}
