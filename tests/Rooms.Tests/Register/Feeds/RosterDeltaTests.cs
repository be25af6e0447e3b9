using Tupa.Register;

namespace Tupa.Tests;

public sealed class RosterDeltaTests : IDisposable
{
    private const string At = "2026-02-01T03:00:00.000Z";
    private const string Orgs = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\nkoulu0,,,Koulu 0,school,10000,\n";
    private const string Users = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,"
        + "userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n";
    private const string Roles = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n";
    private const string Enrollments = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n";

    private static readonly string Pupil = RosterMaker.Key(5);
    private static readonly string Other = RosterMaker.Key(6);

    private readonly DeliveryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_class_that_is_left_and_one_that_is_joined_make_a_whole_person()
    {
        var before = (await WholeAsync()).Person(Pupil);
        var left = before.Assignments[0].Groups.First(g => g.StartsWith("or-", StringComparison.Ordinal));
        var reading = (await ReadAsync(enrollments: $"x,tobedeleted,{At},{left},koulu0,{Pupil},student,,,\ny,active,{At},or-0-23,koulu0,{Pupil},student,,,\n")).Good();

        Assert.False(reading.Feed!.Whole);
        var now = Assert.Single(reading.People);
        Assert.Equal(before.Assignments[0].Groups.Except([left]).Append("or-0-23").Distinct().Order(StringComparer.Ordinal), Assert.Single(now.Assignments).Groups);
        Assert.Equal((before.GivenName, before.FamilyName, before.Email, before.ClassName, before.School, before.Role), (now.GivenName, now.FamilyName, now.Email, now.ClassName, now.School, now.Role));
    }

    [Fact]
    public async Task A_class_with_days_of_its_own_is_an_assignment_of_its_own_and_goes_with_its_last_class()
    {
        var dated = (await ReadAsync(enrollments: $"y,active,{At},or-0-23,koulu0,{Pupil},student,,2026-01-07,2026-06-01\n")).Good();
        var stay = Assert.Single(dated.People).Assignments.Single(a => a.Key.Contains('#', StringComparison.Ordinal));
        Assert.Equal(("10000/student#2026-01-07..2026-05-31", new DateOnly(2026, 5, 31), "or-0-23"), (stay.Key, stay.LastDay, string.Join(' ', stay.Groups)));

        var whole = await WholeAsync();
        var memory = new FeedMemory(whole with { People = [.. whole.People.Where(p => p.Key != Pupil), dated.People[0]] });
        var ended = (await ReadAsync(enrollments: $"y,tobedeleted,{At},or-0-23,koulu0,{Pupil},student,,2026-01-07,2026-06-01\n", memory: memory)).Good();
        Assert.Equal(["10000/student"], Assert.Single(ended.People).Assignments.Select(a => a.Key));
    }

    [Fact]
    public async Task A_name_that_changes_changes_nothing_else()
    {
        var before = (await WholeAsync()).Person(Pupil);
        var now = Assert.Single((await ReadAsync(users: Row(Pupil, "active", "Uusinimi"))).Good().People);

        Assert.Equal("Uusinimi", now.FamilyName);
        Assert.Equal(before.Assignments.SelectMany(a => a.Groups), now.Assignments.SelectMany(a => a.Groups));
        Assert.Equal((before.ClassName, before.School, before.Role, before.Email), (now.ClassName, now.School, now.Role, now.Email));
    }

    [Fact]
    public async Task Who_is_deleted_or_loses_the_last_role_has_left()
    {
        var reading = (await ReadAsync(users: Row(Pupil, "tobedeleted", "Mäkelä"), roles: $"r6,tobedeleted,{At},{Other},primary,student,,,koulu0,\n")).Good();

        Assert.Equal([Pupil, Other], reading.People.Select(p => p.Key));
        Assert.All(reading.People, p => Assert.True(p.Left && p.Assignments.Count == 0));
    }

    [Fact]
    public async Task A_newcomer_comes_with_role_and_class()
    {
        var reading = (await ReadAsync(
            users: Row("uusi", "active", "Tulokas"), roles: $"rx,active,{At},uusi,primary,student,2026-02-02,,koulu0,\n", enrollments: $"ex,active,{At},lk-0-3,koulu0,uusi,student,,,\n")).Good();

        var newcomer = Assert.Single(reading.People);
        Assert.Equal(("10000", SchoolRole.Pupil, "4A"), (newcomer.School, newcomer.Role, newcomer.ClassName));
        Assert.Equal(("10000/student/2026-02-02", "lk-0-3"), (Assert.Single(newcomer.Assignments).Key, Assert.Single(newcomer.Assignments[0].Groups)));
    }

    [Fact]
    public async Task In_1_1_the_row_of_the_user_names_all_the_schools()
    {
        var before = new FedPerson("aino", Card.B, "Aino", "Mäkelä", [new("10000/teacher", Population.Staff, AssignmentKind.Regular, null, Tupa.Kernel.Helsinki.Open, "10000") { Groups = ["7b"] }])
        {
            School = "10000",
            Role = SchoolRole.Staff,
        };
        var memory = new FeedMemory(new(new(true, 1, [], [], _ => AsyncEnumerable.Empty<FedPerson>()), new(), [before]));
        var file = _folder.Zip(
            ("manifest.csv", "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.academicSessions,absent\nfile.courses,absent\nfile.classes,absent\nfile.orgs,bulk\nfile.users,delta\nfile.enrollments,absent\n"),
            ("orgs.csv", Orgs + "koulu1,,,Koulu 1,school,10001,\n"),
            ("users.csv", "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n"
                + $"aino,active,{At},true,\"koulu1,koulu0\",teacher,aino,,Aino,Uusinimi,,,,,,,,\n"));

        var now = Assert.Single((await FeedReading.Of(new OneRosterReader(new(), SchoolFeeds.Spring(), memory), file)).Good().People);
        Assert.Equal(("Uusinimi", "10001"), (now.FamilyName, now.School));
        Assert.Equal([("10000/teacher", 1), ("10001/teacher", 0)], now.Assignments.Select(a => (a.Key, a.Groups.Count)));
    }

    [Fact]
    public async Task Changes_in_somebody_or_in_a_class_that_nobody_has_told_of_are_refused()
    {
        (await ReadAsync(enrollments: $"x,active,{At},or-0-1,koulu0,tuntematon,student,,,\n")).Refused(SchoolText.NoSuchUser, "enrollments.csv", 2, "userSourcedId");
        (await ReadAsync(enrollments: $"x,active,{At},tuntematon,koulu0,{Pupil},student,,,\n")).Refused(SchoolText.NoSuchClass, "enrollments.csv", 2, "classSourcedId");
        (await ReadAsync(roles: $"x,active,{At},{Pupil},primary,teacher,,,tuntematon,\n")).Refused(SchoolText.NoSuchOrg, "roles.csv", 2, "orgSourcedId");
    }

    [Fact]
    public async Task Status_and_time_are_required_of_changes()
    {
        (await ReadAsync(enrollments: $"x,,{At},or-0-1,koulu0,{Pupil},student,,,\n")).Refused(SchoolText.NotAStatus, "enrollments.csv", 2, "status");
        (await ReadAsync(enrollments: $"x,active,,or-0-1,koulu0,{Pupil},student,,,\n")).Refused(SchoolText.NotATime, "enrollments.csv", 2, "dateLastModified");
    }

    [Fact]
    public async Task Without_a_memory_changes_are_refused() =>
        (await FeedReading.Of(new OneRosterReader(new(), TimeProvider.System), Package(null, null, $"{Enrollments}x,active,{At},or-0-1,koulu0,{Pupil},student,,,\n"))).Refused(SchoolText.NeedsMemory, "manifest.csv");

    private static string Row(string key, string status, string family) => $"{key},{status},{At},true,tunnus5,,Aino,{family},,,h5@edu.example.fi,,,,,,,,,,,,\n";

    private Task<FeedReading> WholeAsync() => FeedReading.Of(new OneRosterReader(new(), TimeProvider.System), _folder.Put(RosterMaker.Make(new(60))));

    private async Task<FeedReading> ReadAsync(string? users = null, string? roles = null, string? enrollments = null, FeedMemory? memory = null) => await FeedReading.Of(
        new OneRosterReader(new(), SchoolFeeds.Spring(), memory ?? new FeedMemory((await WholeAsync()).Good())),
        Package(users is null ? null : Users + users, roles is null ? null : Roles + roles, enrollments is null ? null : Enrollments + enrollments));

    private FeedFile Package(string? users, string? roles, string? enrollments)
    {
        string How(string? file) => file is null ? "absent" : "delta";
        var manifest = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.academicSessions,absent\nfile.courses,absent\nfile.classes,absent\nfile.orgs,bulk\n"
            + $"file.users,{How(users)}\nfile.roles,{How(roles)}\nfile.enrollments,{How(enrollments)}\n";
        (string Name, string? Text)[] files = [("manifest.csv", manifest), ("orgs.csv", Orgs), ("users.csv", users), ("roles.csv", roles), ("enrollments.csv", enrollments)];
        return _folder.Zip([.. files.Where(f => f.Text is not null).Select(f => (f.Name, f.Text!))]);
    }
}
