namespace Tupa.Posts;

/// <summary>A comment as it was typed, when its form comes back.</summary>
public sealed record CommentTyped(CommentId Id, string Body, CommentId? ReplyTo, IReadOnlyList<Kernel.PersonId> Mentions);
