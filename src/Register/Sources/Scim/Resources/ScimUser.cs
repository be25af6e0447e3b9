using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Which of the two numbers of a directory stands on the card.</summary>
[Stored]
public enum ScimPhone
{
    Work,
    Mobile,
}

/// <summary>By which name the directory gave the organisation that stands on the card.</summary>
[Stored]
public enum ScimPlace
{
    Organization,
    Department,

    /// <summary>By none: the city itself stands there.</summary>
    None,
}

/// <summary>What a directory says of a user, of all that may be stored.</summary>
/// <param name="Active">Null where it says nothing: what was stays.</param>
/// <param name="Phone">E.164.</param>
/// <param name="WorkAddress">In one line.</param>
internal sealed record ScimUser(
    string? ExternalId, string UserName, bool? Active, string GivenName, string FamilyName, string? Email, string? Phone, ScimPhone PhoneFor,
    string? WorkAddress, string? Organization, string? Department)
{
    public const int LongestKey = 255;
    public const int LongestPlace = 200;

    /// <summary>By which the same user ID is found again, however it is written.</summary>
    public string Folded => Fold.Plain(UserName);

    public ScimPlace Place => Organization is not null ? ScimPlace.Organization : Department is not null ? ScimPlace.Department : ScimPlace.None;
}
