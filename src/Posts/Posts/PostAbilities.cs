using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>The one table of rights over a post: pages hide buttons by it, actions refuse by it.</summary>
/// <param name="See">It is in sight, or the actor is one of those who look after it: author, editor, steward.</param>
/// <param name="Comment">Comment, react, confirm.</param>
/// <param name="Edit">Change what it says, when it is seen, and by whom.</param>
/// <param name="Delete">Remove it and all that hangs on it.</param>
/// <param name="Pin">Pin it to the top of its space, make it a must-read.</param>
/// <param name="Hide">Take it out of sight, and let it back.</param>
/// <param name="Follow">See who has not yet confirmed a must-read.</param>
public readonly record struct PostAbilities(bool See, bool Comment, bool Edit, bool Delete, bool Pin, bool Hide, bool Follow)
{
    /// <param name="can">What the actor may in the space.</param>
    /// <param name="mine">The actor wrote it.</param>
    /// <param name="seen">It is published, not expired and not hidden.</param>
    public static PostAbilities For(SpaceAbilities can, bool mine, bool seen)
    {
        var see = can.Read && (seen || mine || can.Edit || can.Keep);
        return new(
            See: see,
            Comment: seen && can.Comment,
            Edit: see && ((mine && can.Comment) || can.Edit),
            Delete: see && ((mine && can.Comment) || can.Keep),
            Pin: see && can.Edit,
            Hide: see && can.Keep,
            Follow: see && (mine || can.Keep));
    }
}
