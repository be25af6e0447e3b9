namespace Tupa.Register;

/// <summary>The versions that are read.</summary>
internal enum RosterVersion
{
    V11,
    V12,
}

/// <summary>One column of the standard.</summary>
/// <param name="Required">A value must stand there.</param>
/// <param name="Closed">About a person, and not on the closed lists: dropped unread.</param>
internal sealed record RosterColumn(string Name, bool Required, bool Closed);

/// <summary>The columns of each file of OneRoster, in the order of the standard. <c>*</c> a value is required, <c>!</c> may not be stored.</summary>
internal static class RosterColumns
{
    private const string Head = "sourcedId* status dateLastModified";

    public static readonly IReadOnlyList<RosterColumn> Orgs = Read($"{Head} name* type* identifier parentSourcedId");

    public static readonly IReadOnlyList<RosterColumn> Users11 = Read(
        $"{Head} enabledUser* orgSourcedIds* role* username* userIds! givenName* familyName* middleName! identifier! email sms! phone! agentSourcedIds! grades! password!");

    public static readonly IReadOnlyList<RosterColumn> Users12 = Read(
        $"{Head} enabledUser* username* userIds! givenName* familyName* middleName! identifier! email sms! phone! agentSourcedIds! grades! password! "
        + "userMasterIdentifier! resourceSourcedIds! preferredGivenName preferredMiddleName! preferredFamilyName primaryOrgSourcedId pronouns!");

    public static readonly IReadOnlyList<RosterColumn> Roles = Read($"{Head} userSourcedId* roleType* role* beginDate endDate orgSourcedId* userProfileSourcedId!");

    public static readonly IReadOnlyList<RosterColumn> Classes = Read(
        $"{Head} title* grades courseSourcedId* classCode classType* location schoolSourcedId* termSourcedIds* subjects subjectCodes periods");

    public static readonly IReadOnlyList<RosterColumn> Enrollments = Read($"{Head} classSourcedId* schoolSourcedId* userSourcedId* role* primary beginDate endDate");

    public static readonly IReadOnlyList<RosterColumn> Courses = Read($"{Head} schoolYearSourcedId title* courseCode grades orgSourcedId* subjects subjectCodes");

    public static readonly IReadOnlyList<RosterColumn> Sessions = Read($"{Head} title* type* startDate* endDate* parentSourcedId schoolYear*");

    public static IReadOnlyList<RosterColumn> Users(RosterVersion version) => version == RosterVersion.V11 ? Users11 : Users12;

    private static List<RosterColumn> Read(string columns) =>
        [.. columns.Split(' ').Select(c => new RosterColumn(c.TrimEnd('*', '!'), c.EndsWith('*'), c.EndsWith('!')))];
}
