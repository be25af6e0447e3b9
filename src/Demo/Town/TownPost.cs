namespace Tupa.Demo;

/// <summary>A post with all that hangs on it.</summary>
/// <param name="Body">Markdown; a mention stands in it as <c>@{123}</c>, the number being the person's index.</param>
/// <param name="At">When it was, or will be, published, in UTC; for a draft, when it was last written.</param>
/// <param name="MustReadUntil">The deadline of a must-read, in UTC.</param>
/// <param name="Confirmed">Who has confirmed the must-read.</param>
public sealed record TownPost(
    int Space, int Author, string Title, string Body, string Language, DateTime At, TownPostState State, bool Pinned,
    DateTime? MustReadUntil, IReadOnlyList<int> Mentions, IReadOnlyList<TownLink> Links, IReadOnlyList<TownAttachment> Media,
    IReadOnlyList<TownComment> Comments, IReadOnlyList<TownReaction> Reactions, IReadOnlyList<int> Confirmed);

/// <param name="ReplyTo">The place, among the comments of the same post, of the comment answered.</param>
public sealed record TownComment(int Author, string Body, DateTime At, int? ReplyTo);

public sealed record TownReaction(int Person, string Kind);

public sealed record TownLink(string Address, string Title);

/// <param name="File">The name of the file that <see cref="DemoMedia"/> writes.</param>
public sealed record TownAttachment(TownMediaKind Kind, string File, string Alt);
