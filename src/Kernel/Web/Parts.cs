using Microsoft.AspNetCore.Components;

namespace Tupa.Kernel;

/// <summary>What a room adds to the page of a person: the spaces in common, what they published together.</summary>
public interface IProfilePart
{
    /// <summary>Where it stands among the others; lower is first.</summary>
    int Order { get; }

    /// <summary>The part, made of what this viewer may see; null where there is nothing to show. Asked only when the viewer sees the person.</summary>
    Task<RenderFragment?> ForAsync(PersonId person, Actor viewer, CancellationToken stop);
}

/// <summary>What a room adds to one's own page /me: sessions, settings, own content.</summary>
public interface IMePart
{
    /// <inheritdoc cref="IProfilePart.Order"/>
    int Order { get; }

    /// <summary>The part as a card with a heading of the second level; null where there is nothing to show.</summary>
    Task<RenderFragment?> PartAsync(Actor actor, CancellationToken stop);
}
