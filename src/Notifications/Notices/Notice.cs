using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>What a person is told of.</summary>
[Stored]
public enum NoticeKind
{
    /// <summary>Somebody named the person in a text.</summary>
    Mention,

    /// <summary>Somebody answered the person's comment.</summary>
    Reply,

    /// <summary>Somebody commented on what the person published.</summary>
    CommentOnMine,

    /// <summary>Something must be read and confirmed by a deadline.</summary>
    MustRead,

    /// <summary>Something new in one's spaces. Never a row: it is read from the arrivals.</summary>
    NewInSpace,

    /// <summary>The account was signed in to from a device that was not known.</summary>
    NewSignIn,

    /// <summary>The password or another factor was changed.</summary>
    PasswordChanged,

    /// <summary>Content in a space that the person keeps was reported.</summary>
    ContentReported,

    /// <summary>The person was given a role in a space.</summary>
    SpaceGranted,

    /// <summary>Something of the person's access ends.</summary>
    AccessEnds,

    /// <summary>The access of somebody the person answers for ends.</summary>
    TeamEnds,

    /// <summary>A supervisor asks that an assignment of the person's source go on.</summary>
    ExtensionProposed,

    /// <summary>The access of a partner for whom the person answers ends soon.</summary>
    PartnerEnds,

    /// <summary>It falls to the person to answer for a partner.</summary>
    PartnerPassed,

    /// <summary>The person is asked whether each of the people one answers for is still right.</summary>
    ConfirmTeam,

    /// <summary>The person turned out to be in the register twice and is one now, or was two and is that again.</summary>
    AccountJoined,

    /// <summary>The package of own data that the person ordered is ready, or could not be made.</summary>
    TakeAway,

    /// <summary>A promise of the privacy statement, for which the person answers, turned out false.</summary>
    ClaimBroken,
}

/// <summary>News for one person: ids only. What it says is written when it is read, and only if the reader may still see the thing.</summary>
/// <param name="Thing">The id of the arrival it is about (for a comment: its post); the session or account where it is about signing in; the space where it is about a role.</param>
/// <param name="Space">The space it is in; null for news about one's own account.</param>
/// <param name="From">Who caused it; null for the house.</param>
/// <param name="ThingKind">The arrival's kind: "post".</param>
public sealed record Notice(PersonId To, NoticeKind Kind, Guid Thing, SpaceId? Space = null, PersonId? From = null, string ThingKind = "post");
