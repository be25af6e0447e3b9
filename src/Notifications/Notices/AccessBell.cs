using Tupa.Access;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>What happened to somebody's way in becomes a notice to that person. The kind of news stands where the kind of thing does.</summary>
internal sealed class AccessBell(Notices notices) : IHear<AccessNews>
{
    public Task HearAsync(IReadOnlyList<AccessNews> announced, CancellationToken stop) => notices.SendAsync(
        [.. announced.Select(n => new Notice(
            n.Person,
            n.Kind == AccessNewsKind.NewDevice ? NoticeKind.NewSignIn : NoticeKind.PasswordChanged,
            Guid.CreateVersion7(),
            ThingKind: n.Kind.ToString()))],
        stop);

    /// <summary>The sentence of a notice about the account; null for one that says no more than its kind. The device is not kept.</summary>
    public static Text? Sentence(NoticeRow notice) =>
        notice.Kind == NoticeKind.PasswordChanged && Enum.TryParse<AccessNewsKind>(notice.ThingKind, out var kind)
            ? new AccessNews(notice.Person, kind, notice.At, "").Sentence
            : null;
}
