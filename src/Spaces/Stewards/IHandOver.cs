using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>Something of a person's that waits to be finished, in a space: a draft, or what comes out later.</summary>
/// <param name="At">When it comes out by itself; null where somebody must finish it.</param>
public sealed record Unfinished(Guid Id, SpaceId Space, string SpaceName, string Title, DateTime? At);

/// <summary>What a content room lets a person hand over before leaving. Nothing goes to anybody by itself: what comes out later comes out, and drafts die with their author.</summary>
public interface IHandOver
{
    /// <summary>One statement.</summary>
    Task<IReadOnlyList<Unfinished>> OfAsync(PersonId person, CancellationToken stop);

    /// <summary>Gives things of the person to others, inside a writing; things that are not the person's are left alone. Returns how many.</summary>
    Task<int> GiveAsync(PersonId person, IReadOnlyDictionary<Guid, PersonId> successors, CancellationToken stop);
}
