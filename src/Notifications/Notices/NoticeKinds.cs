namespace Tupa.Notifications;

/// <summary>What sets the kinds apart.</summary>
internal static class NoticeKinds
{
    /// <summary>About the person's own account: no space, no audience, and always told at once.</summary>
    public static bool IsAboutAccount(this NoticeKind kind) => kind is NoticeKind.NewSignIn or NoticeKind.PasswordChanged or NoticeKind.AccessEnds or NoticeKind.AccountJoined;
}
