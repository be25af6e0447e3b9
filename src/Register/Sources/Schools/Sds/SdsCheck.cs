using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Goes through a whole set of School Data Sync and gathers it; every error is noted, and every reference is followed.</summary>
internal sealed class SdsCheck(DeliveredZip zip, Roster roster, Institutions institutions, FeedNotes notes, CancellationToken stop)
{
    public const string Users = "sourcedId* username* givenName* familyName* email?";

    private static readonly string[] Needed = ["orgs", "users", "roles"];
    private static readonly string[] Known = [.. Needed, "classes", "enrollments", "courses", "academicSessions"];

    /// <summary>Guardians, marks of support and of free meals, birth dates: never opened.</summary>
    private static readonly string[] Closed = ["demographics", "relationships", "userFlags"];

    private readonly KeyTable _sessions = new();
    private readonly SchoolYears _years = new();
    private int _nobody;
    private int _above;

    /// <summary>False where a file that is needed is missing. What may not be read is noted, and is never opened.</summary>
    public static bool HasFiles(DeliveredZip zip, FeedNotes notes)
    {
        foreach (var file in Needed.Where(f => !zip.Has($"{f}.csv"))) notes.Error(DeliveryText.FileMissing, $"{file}.csv");
        foreach (var name in zip.Names.Where(n => !Known.Contains(Bare(n), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
            notes.Dropped(Closed.Contains(Bare(name), StringComparer.OrdinalIgnoreCase) ? DeliveryText.FileUnread : DeliveryText.FileUnknown, DeliveryText.ShownFile(name));
        return !notes.HasErrors;
    }

    public static RosterUser? User(SdsTable row)
    {
        var user = new RosterUser(
            row.Value("sourcedId"), true, row.Value("username", FieldRules.LongestUserId), row.Value("givenName", FieldRules.LongestName),
            row.Value("familyName", FieldRules.LongestName), row.Optional("email", FieldRules.LongestMail));
        if (!FieldRules.IsUserId(user.UserId)) row.Wrong("username", SchoolText.NotAUserId);
        if (user.Mail is not null && !FieldRules.IsMail(user.Mail)) row.Wrong("email", DeliveryText.NotMail);
        return row.IsWrong ? null : user;
    }

    /// <summary>When the next school year begins, as the files say it.</summary>
    public DateOnly? NextYear(DateOnly today) => _years.Next(today);

    public void Run()
    {
        Each("academicSessions", "sourcedId* title~ type? schoolYear~ startDate* endDate*", row =>
        {
            _years.Add(row.Value("type"), Window(row, "startDate", "endDate").First);
            if (!_sessions.Add(row.Value("sourcedId"))) row.Wrong("sourcedId", DeliveryText.Twice);
        });
        ReadOrgs();
        Each("classes", "sourcedId* orgSourcedId* title* sessionSourcedIds? courseSourcedId~", row =>
        {
            var one = new RosterClass(row.Value("sourcedId"), row.Value("title", FieldRules.LongestGroup), null, Homeroom: false, row.Value("orgSourcedId"));
            if (!roster.HasOrg(one.Org)) row.Wrong("orgSourcedId", SchoolText.NoSuchOrg);
            foreach (var session in row.Value("sessionSourcedIds").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) FollowSession(row, "sessionSourcedIds", session);
            if (!row.IsWrong && !roster.Add(one)) row.Wrong("sourcedId", DeliveryText.Twice);
        });
        Each("users", Users, row =>
        {
            if (User(row) is { } user && !roster.Add(user)) row.Wrong("sourcedId", DeliveryText.Twice);
        });
        Each("roles", "userSourcedId* orgSourcedId* role* sessionSourcedId? grade~ isPrimary? roleStartDate? roleEndDate?", ReadRole);
        Each("enrollments", "classSourcedId* userSourcedId* role*", row =>
        {
            if (SchoolRoles.Find(row.Value("role")) < 0) row.Wrong("role", SchoolText.RoleUnknown);
            var enrolment = new RosterEnrolment(row.Value("classSourcedId"), row.Value("userSourcedId"), RosterWindow.Open);
            if (!roster.HasClass(enrolment.Class)) row.Wrong("classSourcedId", SchoolText.NoSuchClass);
            if (!roster.HasUser(enrolment.User)) row.Wrong("userSourcedId", SchoolText.NoSuchUser);
            if (!row.IsWrong) roster.Add(enrolment);
        });
        roster.Note(notes, "orgs.csv", "sourcedId", _nobody, _above);
    }

    private void ReadOrgs()
    {
        Each("orgs", "sourcedId* name* type* parentSourcedId?", row =>
        {
            var key = row.Value("sourcedId");
            var school = row.Value("type") is "school" or "college" or "university" or "adultEducation";
            var org = new RosterOrg(key, row.Value("name", FieldRules.LongestGroup), school, school ? institutions.CodeOf(key, null) : null, row.Optional("parentSourcedId"), row.Line);
            if (!row.IsWrong && !roster.Add(org)) row.Wrong("sourcedId", DeliveryText.Twice);
        });
        foreach (var org in roster.Orgs.Where(o => o.Parent is not null && !roster.HasOrg(o.Parent)))
            notes.Error(SchoolText.NoSuchOrg, "orgs.csv", org.Line, "parentSourcedId");
    }

    private void ReadRole(SdsTable row)
    {
        var role = new RosterRole(
            row.Value("userSourcedId"), row.Value("orgSourcedId"), SchoolRoles.Find(row.Value("role")), row.Value("isPrimary").Equals("true", StringComparison.OrdinalIgnoreCase),
            Window(row, "roleStartDate", "roleEndDate"));
        if (!role.Known) row.Wrong("role", SchoolText.RoleUnknown);
        if (!roster.HasUser(role.User)) row.Wrong("userSourcedId", SchoolText.NoSuchUser);
        if (!roster.HasOrg(role.Org)) row.Wrong("orgSourcedId", SchoolText.NoSuchOrg);
        if (row.Optional("sessionSourcedId") is { } session) FollowSession(row, "sessionSourcedId", session);
        if (row.IsWrong) return;

        if (SchoolRoles.All[role.Role].Reading == RoleReading.Nobody) _nobody++;
        else if (!roster.Add(role)) _above++;
    }

    private void FollowSession(SdsTable row, string column, string session)
    {
        if (zip.Has("academicSessions.csv") && _sessions.Find(session) < 0) row.Wrong(column, SchoolText.NoSuchSession);
    }

    /// <summary>Both days are inclusive here.</summary>
    private static RosterWindow Window(SdsTable row, string begin, string end)
    {
        var window = new RosterWindow(row.Day(begin), row.Day(end) ?? Helsinki.Open);
        if (window.First > window.Last) row.Wrong(end, DeliveryText.DaysReversed);
        return window;
    }

    private void Each(string file, string columns, Action<SdsTable> read)
    {
        if (!zip.Has($"{file}.csv")) return;

        using var table = SdsTable.Open(zip, file, columns, notes);
        while (table is not null && table.Next())
        {
            stop.ThrowIfCancellationRequested();
            read(table);
        }
    }

    private static string Bare(string name) => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
}
