using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>A post as it lies open before one person.</summary>
internal sealed record OpenPost(Post Post, OpenSpace Space, PostAbilities Can, bool Mine);

/// <summary>
/// Opens a post for a person: the one way to it for page and action. What is not for the person is absent, by as many statements
/// as an id that never was.
/// </summary>
internal sealed class PostAccess(PostsSeen seen, SpaceAccess spaces, TimeProvider clock)
{
    public async Task<OpenPost?> OpenAsync(PostId id, Actor by, CancellationToken stop = default)
    {
        var post = await seen.InAudienceOf(by).FirstOrDefaultAsync(p => p.Id == id, stop);
        var space = await spaces.OpenByAudienceAsync(post?.Audience ?? new AudienceId(Guid.Empty), by, stop);
        if (post is null || space is null) return null;

        var mine = by.Person is not null && post.Author == by.Person;
        var can = PostAbilities.For(space.Can, mine, post.IsSeen(clock.UtcNow()));
        return can.See ? new(post, space, can, mine) : null;
    }
}
