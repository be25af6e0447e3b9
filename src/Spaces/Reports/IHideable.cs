using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>A content room whose things can be reported and, by a steward, hidden: out of sight for all, and not deleted.</summary>
public interface IHideable
{
    /// <summary>What it hides: "post", "comment".</summary>
    string Kind { get; }

    /// <summary>The things, whatever their state; what there is not is left out. One statement. Spaces checks the audience.</summary>
    Task<IReadOnlyDictionary<Guid, Hideable>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop);

    /// <summary>Hides it, inside a writing.</summary>
    Task HideAsync(Guid id, Actor by, CancellationToken stop);

    /// <summary>Shows it again, inside a writing.</summary>
    Task UnhideAsync(Guid id, Actor by, CancellationToken stop);
}

/// <summary>A thing that can be hidden.</summary>
/// <param name="Words">What a steward knows it by: its title, or how it begins.</param>
/// <param name="Href">Where it can be read.</param>
public sealed record Hideable(Guid Id, AudienceId Audience, PersonId? Author, string Words, string Href, bool Hidden);

/// <summary>Somebody reported a piece of content. Each of the recipients is to be told: the author's class teachers, the school office, the stewards.</summary>
public sealed record ContentReported(Guid Report, SpaceId Space, IReadOnlyList<PersonId> Recipients);
