using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>A post as it lies open before one person.</summary>
internal sealed record OpenPost(Post Post, OpenSpace Space, PostAbilities Can, bool Mine);

/// <summary>A post and its space as one statement reads them.</summary>
internal sealed class OpenPostRow
{
    public required Post Post { get; init; }
    public required OpenSpaceRow Space { get; init; }
}

/// <summary>
/// Opens a post for a person: the one way to it for page and action. What is not for the person is absent, by as many statements
/// as an id that never was.
/// </summary>
internal sealed class PostAccess(PostsSeen seen, SpaceAccess spaces, TimeProvider clock)
{
    public async Task<OpenPost?> OpenAsync(PostId id, Actor by, CancellationToken stop = default) =>
        Open(await Row(id, by).FirstOrDefaultAsync(stop), by);

    /// <summary>The one row of a post, for a page that reads more beside it; <see cref="Open"/> then decides.</summary>
    public IQueryable<OpenPostRow> Row(PostId id, Actor by) =>
        seen.InAudienceOf(by).Where(p => p.Id == id)
            .Join(spaces.Rows(by), p => p.Space, s => s.Id, (p, s) => new OpenPostRow { Post = p, Space = s });

    public OpenPost? Open(OpenPostRow? row, Actor by)
    {
        if (row?.Space.Open() is not { } space) return null;

        var mine = by.Person is not null && row.Post.Author == by.Person;
        var can = PostAbilities.For(space.Can, mine, row.Post.IsSeen(clock.UtcNow()));
        return can.See ? new(row.Post, space, can, mine) : null;
    }
}
