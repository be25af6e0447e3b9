using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>From what the form says about who sees, to an audience.</summary>
internal sealed class PostAudiences(PartAudiences parts, Writing writing)
{
    /// <summary>The groups one may choose among, and how many are in each.</summary>
    public Task<IReadOnlyList<GroupPart>> ChoicesAsync(OpenSpace space, CancellationToken stop) => parts.PartChoicesAsync(space, stop);

    /// <summary>The audience, put down so that queries see it; null where a part was asked for and no group of the space chosen. Inside a writing.</summary>
    /// <param name="same">The audience that the post has already.</param>
    public async Task<AudienceId?> ChosenAsync(PostInput input, OpenSpace space, Actor by, CancellationToken stop, AudienceId? same = null)
    {
        if (input.Who == Who.Same && same is { } kept) return kept;
        if (input.Who != Who.Part) return space.Whole;

        var inSpace = (await parts.PartChoicesAsync(space, stop)).Select(p => p.Group).ToHashSet();
        var groups = input.Groups.Where(inSpace.Contains).ToList();
        if (groups.Count == 0) return null;

        // The writer sees what the writer wrote, also from outside the chosen groups.
        var made = await parts.MakeAsync(space.Id, groups, by.Person is { } me ? [me] : [], by, stop);
        await writing.FlushAsync(stop);
        return made;
    }
}
