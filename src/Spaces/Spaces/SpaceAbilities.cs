using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>What one may do in a space. Ordered, so stored as these numbers: text would compare by letters.</summary>
[Stored(Ordered = true)]
public enum SpaceRole
{
    Reader = 10,
    Contributor = 20,
    Editor = 30,
    Steward = 40,
}

/// <summary>The one table of rights inside a space: pages hide buttons by it, actions refuse by it, the explanation reads it.</summary>
/// <param name="Read">See what is in the audience one belongs to.</param>
/// <param name="Comment">Comment, react, confirm.</param>
/// <param name="Publish">Write posts.</param>
/// <param name="Edit">Change what others wrote, pin.</param>
/// <param name="Keep">Members, roles, settings, closing; hide what was reported.</param>
public readonly record struct SpaceAbilities(bool Read, bool Comment, bool Publish, bool Edit, bool Keep)
{
    /// <param name="role">The highest role of the person in the space; null for none.</param>
    /// <param name="closed">A closed space is read, and reopened by a steward; nothing else.</param>
    public static SpaceAbilities For(SpaceRole? role, bool closed) => new(
        Read: role is not null,
        Comment: !closed && role >= SpaceRole.Reader,
        Publish: !closed && role >= SpaceRole.Contributor,
        Edit: !closed && role >= SpaceRole.Editor,
        Keep: role == SpaceRole.Steward);
}
