namespace Tupa.Register;

/// <summary>Goes through a whole package and gathers it; every error is noted, and every reference is followed.</summary>
internal sealed class RosterCheck(DeliveredZip zip, Manifest manifest, Roster roster, Institutions institutions, FeedNotes notes, CancellationToken stop)
{
    private readonly KeyTable _sessions = new();
    private readonly KeyTable _courses = new();
    private readonly SchoolYears _years = new();
    private int _nobody;
    private int _above;

    /// <summary>When the next school year begins, as the package says it.</summary>
    public DateOnly? NextYear(DateOnly today) => _years.Next(today);

    public void Run()
    {
        ReadSessions();
        ReadOrgs();
        ReadCourses();
        ReadClasses();
        ReadUsers();
        if (manifest.Version == RosterVersion.V12) ReadRoles();
        ReadEnrolments();
        roster.Note(notes, "orgs.csv", "sourcedId", _nobody, _above);
    }

    private void ReadSessions() => Each("academicSessions", RosterColumns.Sessions, row =>
    {
        _years.Add(row.OneOf("type", "gradingPeriod", "semester", "schoolYear", "term"), row.Window("startDate", "endDate").First);
        if (!_sessions.Add(row.Id("sourcedId"))) row.Wrong("sourcedId", DeliveryText.Twice);
    });

    private void ReadOrgs()
    {
        Each("orgs", RosterColumns.Orgs, row =>
        {
            if (RosterRows.Org(row, institutions) is { } org && !roster.Add(org)) row.Wrong("sourcedId", DeliveryText.Twice);
        });
        foreach (var org in roster.Orgs.Where(o => o.Parent is not null && !roster.HasOrg(o.Parent)))
            notes.Error(SchoolText.NoSuchOrg, "orgs.csv", org.Line, "parentSourcedId");
    }

    private void ReadCourses() => Each("courses", RosterColumns.Courses, row =>
    {
        if (!_courses.Add(row.Id("sourcedId"))) row.Wrong("sourcedId", DeliveryText.Twice);
        if (!roster.HasOrg(row.Id("orgSourcedId"))) row.Wrong("orgSourcedId", SchoolText.NoSuchOrg);
        if (row.Id("schoolYearSourcedId") is { Length: > 0 } year && !HasSession(year)) row.Wrong("schoolYearSourcedId", SchoolText.NoSuchSession);
    });

    private void ReadClasses() => Each("classes", RosterColumns.Classes, row =>
    {
        if (RosterRows.Class(row) is not { } one) return;
        if (!roster.HasOrg(one.Org)) row.Wrong("schoolSourcedId", SchoolText.NoSuchOrg);
        if (manifest["courses"] != RosterDelivery.Absent && _courses.Find(row.Id("courseSourcedId")) < 0) row.Wrong("courseSourcedId", SchoolText.NoSuchCourse);
        if (row.Ids("termSourcedIds").Any(t => !HasSession(t))) row.Wrong("termSourcedIds", SchoolText.NoSuchSession);
        if (!roster.Add(one)) row.Wrong("sourcedId", DeliveryText.Twice);
    });

    private void ReadUsers() => Each("users", RosterColumns.Users(manifest.Version), row =>
    {
        var user = RosterRows.User(row, manifest.Version);
        if (user is not null && !roster.Add(user.Value)) row.Wrong("sourcedId", DeliveryText.Twice);
        if (manifest.Version == RosterVersion.V12)
        {
            if (row.Id("primaryOrgSourcedId") is { Length: > 0 } primary && !roster.HasOrg(primary)) row.Wrong("primaryOrgSourcedId", SchoolText.NoSuchOrg);
            return;
        }

        foreach (var role in RosterRows.RolesOfUser(row)) Take(row, role, "orgSourcedIds");
    });

    private void ReadRoles() => Once("roles", RosterColumns.Roles, row =>
    {
        if (RosterRows.Role12(row) is not { } role) return;
        if (!roster.HasUser(role.User)) row.Wrong("userSourcedId", SchoolText.NoSuchUser);
        Take(row, role, "orgSourcedId");
    });

    private void ReadEnrolments() => Once("enrollments", RosterColumns.Enrollments, row =>
    {
        if (RosterRows.Enrolment(row) is not { } enrolment) return;
        if (!roster.HasUser(enrolment.User)) row.Wrong("userSourcedId", SchoolText.NoSuchUser);
        if (!roster.HasClass(enrolment.Class)) row.Wrong("classSourcedId", SchoolText.NoSuchClass);
        if (!roster.HasOrg(row.Id("schoolSourcedId"))) row.Wrong("schoolSourcedId", SchoolText.NoSuchOrg);
        if (!row.IsWrong) roster.Add(enrolment);
    });

    private void Take(RosterTable row, RosterRole role, string column)
    {
        if (!roster.HasOrg(role.Org)) row.Wrong(column, SchoolText.NoSuchOrg);
        if (row.IsWrong) return;
        if (SchoolRoles.All[role.Role].Reading == RoleReading.Nobody) _nobody++;
        else if (!roster.Add(role)) _above++;
    }

    /// <summary>Terms are followed only where the package has them: nothing here depends on them.</summary>
    private bool HasSession(string key) => manifest["academicSessions"] == RosterDelivery.Absent || _sessions.Find(key) >= 0;

    private void Each(string file, IReadOnlyList<RosterColumn> columns, Action<RosterTable> read)
    {
        if (manifest[file] == RosterDelivery.Absent) return;

        using var table = RosterTable.Open(zip, file, columns, delta: false, notes);
        while (table is not null && table.Next())
        {
            stop.ThrowIfCancellationRequested();
            read(table);
        }
    }

    /// <summary>As <see cref="Each"/>, each id once. Millions of ids are remembered by eight bytes each, and looked for again only where two are alike.</summary>
    private void Once(string file, IReadOnlyList<RosterColumn> columns, Action<RosterTable> read)
    {
        var ids = new KeysOnce();
        Each(file, columns, row =>
        {
            ids.Add(row.Id("sourcedId"));
            read(row);
        });
        if (ids.Twice() is not { Count: > 0 } twice) return;

        var again = new Dictionary<string, int>(StringComparer.Ordinal);
        using var table = RosterTable.Open(zip, file, columns, delta: false, new FeedNotes());
        while (table is not null && table.Next())
        {
            var id = table.Id("sourcedId");
            if (twice.Contains(KeysOnce.Digest(id)) && !again.TryAdd(id, table.Line)) notes.Error(DeliveryText.Twice, table.Name, table.Line, "sourcedId");
        }
    }
}
