using Tupa.Files;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>A post as a feed shows it.</summary>
/// <param name="Title">Empty where it has none.</param>
/// <param name="Html">The beginning of it, made into HTML for this reader.</param>
/// <param name="Cut">There is more of it than this.</param>
/// <param name="ToPupil">The reader is a pupil.</param>
public sealed record PostCardRow(
    PostId Id, SpaceId Space, string SpaceName, AudienceId Audience, AudienceCount Count, PersonName Author, string Title, string Html, bool Cut,
    IReadOnlyList<FileRow> Files, DateTime PublishedAt, bool Edited, bool Pinned, DateTime? MustReadUntil, int Comments, int Thanks, bool MyThanks, bool CanReact, bool ToPupil);
