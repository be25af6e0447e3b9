namespace Tupa.Register;

/// <summary>The rows of OneRoster's files, read and checked one by one. Null where a row is wrong, which has been noted.</summary>
internal static class RosterRows
{
    public static RosterOrg? Org(RosterTable row, Institutions institutions)
    {
        var key = row.Id("sourcedId");
        var type = row.OneOf("type", "department", "school", "district", "local", "state", "national");
        var org = new RosterOrg(
            key, row.Text("name", FieldRules.LongestGroup), type == "school",
            type == "school" ? institutions.CodeOf(key, row.Optional("identifier", FieldRules.LongestKey)) : null, Null(row.Id("parentSourcedId")), row.Line);
        return row.IsWrong ? null : org;
    }

    public static RosterUser? User(RosterTable row, RosterVersion version)
    {
        var given = row.Text("givenName", FieldRules.LongestName);
        var family = row.Text("familyName", FieldRules.LongestName);
        if (version == RosterVersion.V12)
        {
            // Kutsumanimi: what one is called goes before what stands in the papers.
            given = row.Optional("preferredGivenName", FieldRules.LongestName) ?? given;
            family = row.Optional("preferredFamilyName", FieldRules.LongestName) ?? family;
        }

        var user = new RosterUser(row.Id("sourcedId"), row.Yes("enabledUser"), row.Text("username", FieldRules.LongestUserId), given, family, row.Optional("email", FieldRules.LongestMail));
        if (!FieldRules.IsUserId(user.UserId)) row.Wrong("username", SchoolText.NotAUserId);
        if (user.Mail is not null && !FieldRules.IsMail(user.Mail)) row.Wrong("email", DeliveryText.NotMail);
        return row.IsWrong ? null : user;
    }

    /// <summary>The roles that 1.1 keeps with the user: one, at each of the organisations.</summary>
    public static IEnumerable<RosterRole> RolesOfUser(RosterTable row)
    {
        var role = Role(row);
        var user = row.Id("sourcedId");
        return [.. row.Ids("orgSourcedIds").Select((org, i) => new RosterRole(user, org, role, i == 0, RosterWindow.Open))];
    }

    public static RosterRole? Role12(RosterTable row)
    {
        var role = new RosterRole(
            row.Id("userSourcedId"), row.Id("orgSourcedId"), Role(row), row.OneOf("roleType", "primary", "secondary") == "primary", row.Window("beginDate", "endDate"));
        return row.IsWrong ? null : role;
    }

    public static RosterClass? Class(RosterTable row)
    {
        var one = new RosterClass(
            row.Id("sourcedId"), row.Text("title", FieldRules.LongestGroup), row.Optional("classCode", FieldRules.LongestGroup),
            row.OneOf("classType", "homeroom", "scheduled") == "homeroom", row.Id("schoolSourcedId"));
        if (one.Homeroom && one.OnCard is null) row.Wrong("title", SchoolText.ClassNameTooLong);
        return row.IsWrong ? null : one;
    }

    public static RosterEnrolment? Enrolment(RosterTable row)
    {
        row.OneOf("role", "administrator", "proctor", "student", "teacher");
        var enrolment = new RosterEnrolment(row.Id("classSourcedId"), row.Id("userSourcedId"), row.Window("beginDate", "endDate"));
        return row.IsWrong ? null : enrolment;
    }

    private static int Role(RosterTable row)
    {
        var role = SchoolRoles.Find(row.Text("role", FieldRules.LongestKey));
        if (role < 0) row.Wrong("role", SchoolText.RoleUnknown);
        return role;
    }

    private static string? Null(string value) => value.Length == 0 ? null : value;
}
