using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>What happened to somebody's way in.</summary>
public enum AccessNewsKind
{
    /// <summary>A sign-in from a browser the house has not seen this person in.</summary>
    NewDevice,
    PasswordChanged,

    /// <summary>Somebody who may has made a one-time code for the person.</summary>
    CodeIssued,
    FactorOn,
    FactorOff,

    /// <summary>Somebody who may has taken the second factor away; every session has ended.</summary>
    FactorReset,

    /// <summary>A recovery code was used in the place of the second factor.</summary>
    RecoveryCodeUsed,
    TokenMade,
}

/// <summary>Announced in the transaction of the deed, for the rooms that tell the person.</summary>
/// <param name="Device">"Firefox, Windows"; empty where no browser has to do with it.</param>
public sealed record AccessNews(PersonId Person, AccessNewsKind Kind, DateTime At, string Device)
{
    /// <summary>The news as one sentence to the person.</summary>
    public Text Sentence => AccessNewsText.Of(this);
}
