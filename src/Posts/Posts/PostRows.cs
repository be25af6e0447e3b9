using Tupa.Files;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>A post as it is handed out: to the API and to whoever lists posts. The body is Markdown, with names where it mentions people.</summary>
/// <param name="Author">Null once erased.</param>
public sealed record PostRow(
    PostId Id, SpaceId Space, AudienceId Audience, PersonId? Author, string AuthorName, string Title, string Body,
    DateTime PublishedAt, DateTime? EditedAt, DateTime? MustReadUntil, int Comments, int Version);

/// <summary>Where a list of posts goes on: older than this.</summary>
public readonly record struct PostCursor(DateTime Before, PostId Id);

/// <summary>How many have reacted so, and whether the reader is one of them.</summary>
public sealed record ReactionRow(ReactionKind Kind, int Count, bool Mine);

/// <summary>A comment as the page of a post shows it.</summary>
/// <param name="Author">Null where the words have been removed.</param>
/// <param name="Html">Empty where removed, and where hidden from this reader.</param>
public sealed record CommentRow(
    CommentId Id, bool IsReply, PersonName? Author, string Html, DateTime At, bool Edited, bool Removed, bool Hidden, bool CanReply, bool CanEdit, bool CanRemove, bool CanHide);

/// <summary>A page of comments.</summary>
/// <param name="After">Where the next page begins; null at the end.</param>
public sealed record CommentPageRow(IReadOnlyList<CommentRow> Comments, string? After, int Total);

/// <summary>A post as its own page shows it.</summary>
public sealed record PostView(
    PostId Id, SpaceId Space, string SpaceName, AudienceId Audience, AudienceCount Count, bool Whole, PersonName Author, string Title, string Name, string Html,
    IReadOnlyList<FileRow> Files, DateTime PublishedAt, DateTime ExpiresAt, DateTime? EditedAt, DateTime? AudienceChangedAt, bool Pinned, bool Hidden,
    DateTime? MustReadUntil, bool Confirmed, MustReadState? Reading, IReadOnlyList<ReactionRow> Reactions, CommentPageRow Comments, PostAbilities Can, bool Mine);

/// <summary>What a post said before a change.</summary>
public sealed record RevisionRow(RevisionId Id, DateTime At, PersonName By, string Title, string Html);

/// <summary>The history of a post.</summary>
public sealed record PostHistory(PostId Id, string Name, IReadOnlyList<RevisionRow> Revisions);
