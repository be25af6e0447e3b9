using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class OneRosterTests : IDisposable
{
    private const string Manifest11 = """
        propertyName,value
        manifest.version,1.0
        oneroster.version,1.1
        file.academicSessions,absent
        file.classes,bulk
        file.courses,absent
        file.enrollments,bulk
        file.orgs,bulk
        file.users,bulk
        """;

    private const string Users12 = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,"
        + "userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns";

    private const string Roles = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId";
    private const string Classes = "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods";
    private const string Enrollments = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate";
    private const string Orgs = """
        sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
        kaupunki,,,Raisio,district,680,
        salmi,,,Salmen koulu,school,03764,kaupunki
        tahti,,,Tähtirinteen koulu,school,03765,kaupunki
        lukio,,,Raision lukio,school,00845,kaupunki
        alku,,,Alkuopetus,department,,salmi
        """;

    private readonly DeliveryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_made_up_town_is_read_whole()
    {
        var reading = (await ReadAsync(_folder.Put(RosterMaker.Make(new(900))))).Good();

        Assert.True(reading.Feed!.Whole);
        Assert.Equal((900, 900), (reading.Feed.Count, reading.People.Count));
        Assert.Equal(3, reading.Feed.Units.Count);
        Assert.Equal(3 * 20, reading.Feed.Groups.Count(g => g.Kind == GroupKind.Class));
        Assert.All(reading.People, p => Assert.Equal(4, Assert.Single(p.Assignments).Groups.Count));
        Assert.Equal(900, reading.People.Select(p => p.Key).Distinct().Count());

        var pupil = reading.Person(RosterMaker.Key(401));
        Assert.Equal((Card.B, "10001", SchoolRole.Pupil, "h401@edu.example.fi", "tunnus401"), (pupil.Card, pupil.School, pupil.Role, pupil.Email, pupil.UserId));
        Assert.NotNull(pupil.ClassName);
        Assert.Null(pupil.Phone);
        Assert.Equal("rehtori", reading.Person(RosterMaker.Key(400)).Assignments[0].Duty);

        // Asked twice, the same people come twice.
        Assert.Equal(reading.Everything(), (reading with { People = await reading.Feed.People(default).ToListAsync() }).Everything());
    }

    [Fact]
    public async Task What_may_not_be_stored_is_never_read_and_the_report_says_that()
    {
        var package = RosterMaker.Make(new(50, Forbidden: true));

        // Proof that the files are not even opened: they are damaged, and it does not matter.
        var reading = (await ReadAsync(_folder.Put(DeliveryFolder.With(package, "demographics.csv", _ => [0xff, 0, 0xff, (byte)'"'])))).Good();

        Assert.Equal(50, reading.People.Count);
        Assert.DoesNotContain(RosterMaker.Forbidden, reading.Everything(), StringComparison.Ordinal);
        var dropped = reading.Notes.InWords.Where(n => n.Kind == FeedNoteKind.Dropped).Select(n => n.Column is null ? n.File : $"{n.File}:{n.Column}").ToList();
        Assert.Equal(
        [
            "demographics.csv", "relationships.csv", "results.csv", "roles.csv:userProfileSourcedId", "userProfiles.csv", "users.csv:agentSourcedIds", "users.csv:grades", "users.csv:identifier",
            "users.csv:metadata.hetu", "users.csv:middleName", "users.csv:password", "users.csv:phone", "users.csv:preferredMiddleName", "users.csv:pronouns", "users.csv:resourceSourcedIds",
            "users.csv:sms", "users.csv:userIds", "users.csv:userMasterIdentifier",
        ], dropped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Roles_become_populations_and_guardians_are_nobody()
    {
        var reading = (await RosterAsync(
            users: ["aino,Aino,Mäkelä", "huoltaja,Heikki,Huoltaja", "eero,Eero,Valta", "roolit,Roosa,Roolit", "lukiolainen,Leo,Lukio", "sivistys,Siiri,Sivistys"],
            roles: ["aino,primary,student,,,salmi", "huoltaja,primary,guardian,,,salmi", "eero,primary,teacher,,,alku", "roolit,secondary,aide,,,salmi", "roolit,primary,counselor,,,tahti",
                "lukiolainen,primary,student,,,lukio", "sivistys,primary,districtAdministrator,,,kaupunki"])).Good();

        Assert.Equal(["aino", "eero", "lukiolainen", "roolit"], reading.People.Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.Equal((SchoolRole.Pupil, Population.Pupil), (reading.Person("aino").Role, reading.Person("aino").Assignments[0].Population));
        Assert.Equal(SchoolRole.Student, reading.Person("lukiolainen").Role);

        // A part of a school is the school.
        Assert.Equal(("03764", "03764", "opettaja", SchoolRole.Staff), (reading.Person("eero").School, reading.Person("eero").Assignments[0].Unit, reading.Person("eero").Assignments[0].Duty, reading.Person("eero").Role));

        // The card shows the primary school; both are reasons to be here.
        Assert.Equal("03765", reading.Person("roolit").School);
        Assert.Equal(["03764/aide", "03765/counselor"], reading.Person("roolit").Assignments.Select(a => a.Key).Order(StringComparer.Ordinal));

        var remarks = reading.Notes.InWords.Where(n => n.Kind == FeedNoteKind.Remark).Select(n => n.Reason).ToList();
        Assert.Contains(SchoolText.Nobody(1), remarks);
        Assert.Contains(SchoolText.AboveSchools(1), remarks);
        Assert.Contains(SchoolText.Roleless(2), remarks);
    }

    [Fact]
    public async Task A_role_that_nobody_knows_refuses_the_file() =>
        (await RosterAsync(["aino,Aino,Mäkelä"], ["aino,primary,ext:kummi,,,salmi"])).Refused(SchoolText.RoleUnknown, "roles.csv", 2, "role");

    [Fact]
    public async Task The_end_of_the_standard_is_the_first_day_after()
    {
        var reading = (await RosterAsync(["aino,Aino,Mäkelä"], ["aino,primary,student,2025-08-08,2026-06-01,salmi"])).Good();

        var role = Assert.Single(reading.Person("aino").Assignments);
        Assert.Equal(("03764/student/2025-08-08", new DateOnly(2025, 8, 8), new DateOnly(2026, 5, 31)), (role.Key, role.FirstDay, role.LastDay));
    }

    [Fact]
    public async Task Without_days_it_is_open_and_the_first_day_is_not_made_up()
    {
        var role = Assert.Single((await RosterAsync(["aino,Aino,Mäkelä"], ["aino,primary,student,,,salmi"])).Good().Person("aino").Assignments);

        Assert.Equal((null, Helsinki.Open, "03764/student"), (role.FirstDay, role.LastDay, role.Key));
    }

    [Fact]
    public async Task A_class_with_days_of_its_own_ends_by_itself_and_a_class_without_lasts_as_the_role()
    {
        var reading = (await RosterAsync(
            ["aino,Aino,Mäkelä"], ["aino,primary,student,2025-08-08,2026-06-01,salmi"],
            classes: ["lk-7b,7B,homeroom,salmi", "or-ma,Matematiikka,scheduled,salmi", "or-ku,Kuvataide,scheduled,salmi", "or-vuosi,Koko vuosi,scheduled,salmi", "or-muu,Muualla,scheduled,tahti"],
            enrollments: ["lk-7b,salmi,aino,student,,", "or-ma,salmi,aino,student,2025-08-08,2025-12-21", "or-ku,salmi,aino,student,2025-08-08,2025-12-21",
                "or-vuosi,salmi,aino,student,2025-08-01,2026-07-31", "or-muu,tahti,aino,student,,"])).Good();

        var aino = reading.Person("aino");
        Assert.Equal("7B", aino.ClassName);
        Assert.Equal(["lk-7b", "or-muu", "or-vuosi"], aino.Assignments[0].Groups);
        Assert.Equal(
            ("03764/student/2025-08-08#2025-08-08..2025-12-20", new DateOnly(2025, 12, 20), "or-ku or-ma"),
            (aino.Assignments[1].Key, aino.Assignments[1].LastDay, string.Join(' ', aino.Assignments[1].Groups)));
        Assert.Equal(2, aino.Assignments.Count);
    }

    [Fact]
    public async Task What_one_is_called_goes_before_the_papers_and_who_is_switched_off_is_not_here()
    {
        var users = Users12 + "\r\naino,,,true,aino.m,,Aino Maria,Mäkelä,,,aino@edu.fi,,,,,,,,Ansku,,,,\r\npois,,,false,pois,,Poissa,Oleva,,,,,,,,,,,,,,,\r\n";
        var reading = (await ReadAsync(Package(users, $"{Roles}\r\n1,,,aino,primary,student,,,salmi,\r\n2,,,pois,primary,student,,,salmi,\r\n"))).Good();

        Assert.Equal(("Ansku", "Mäkelä", "aino.m"), (Assert.Single(reading.People).GivenName, reading.People[0].FamilyName, reading.People[0].UserId));
        Assert.Contains(reading.Notes.InWords, n => n.Reason == SchoolText.Disabled(1));
    }

    [Fact]
    public async Task Version_1_1_keeps_roles_with_the_user()
    {
        var reading = (await ReadAsync(_folder.Zip(
            ("manifest.csv", Manifest11), ("orgs.csv", Orgs), ("classes.csv", $"{Classes}\n7b,,,7B,,kurssi,,homeroom,,salmi,lv,,,\n"),
            ("users.csv", "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n"
                + "aino,,,true,salmi,student,aino,,Aino,Mäkelä,,,,,,,,\nope,,,true,\"tahti,salmi\",teacher,ope,,Olli,Ope,,,,,,,,\nhuoltaja,,,true,salmi,parent,h,,Heikki,H,,,,,,,,\n"),
            ("enrollments.csv", $"{Enrollments}\n1,,,7b,salmi,aino,student,,,\n2,,,7b,salmi,ope,teacher,true,,\n")))).Good();

        Assert.Equal(2, reading.Feed!.Count);
        Assert.Equal("7B", reading.Person("aino").ClassName);
        Assert.Equal("03765", reading.Person("ope").School);
        Assert.Equal(["03765/teacher", "03764/teacher"], reading.Person("ope").Assignments.Select(a => a.Key));
        Assert.Equal([0, 1], reading.Person("ope").Assignments.Select(a => a.Groups.Count));
    }

    [Fact]
    public async Task A_package_without_a_manifest_is_1_0_and_refused() =>
        (await ReadAsync(_folder.Zip(("orgs.csv", Orgs)))).Refused(SchoolText.NoManifest, "manifest.csv");

    [Theory]
    [InlineData("manifest.version,1.0", "manifest.version,2.0", "manifest.csv", "manifest.version")]
    [InlineData("oneroster.version,1.1", "oneroster.version,1.3", "manifest.csv", "oneroster.version")]
    [InlineData("file.users,bulk", "file.users,osa", "manifest.csv", "file.users")]
    [InlineData("file.users,bulk", "file.users,absent", "users.csv", null)]
    [InlineData("file.academicSessions,absent", "file.academicSessions,bulk", "academicSessions.csv", null)]
    [InlineData("file.courses,absent\n", "", "manifest.csv", "file.courses")]
    [InlineData("file.users,bulk", "file.users,delta", "manifest.csv", null)]
    [InlineData("file.users,bulk", "file.users,bulk\nfile.users,bulk", "manifest.csv", "propertyName")]
    public async Task A_package_that_is_not_what_its_manifest_says_is_refused(string was, string now, string file, string? column)
    {
        var reading = await ReadAsync(_folder.Zip(("manifest.csv", Manifest11.ReplaceLineEndings("\n").Replace(was, now, StringComparison.Ordinal)), ("orgs.csv", Orgs), ("classes.csv", Classes), ("enrollments.csv", Enrollments), ("users.csv", "x")));

        Assert.Contains(reading.Errors, e => e.File == file && e.Column == column);
    }

    [Theory]
    [InlineData("givenName", "givenname")]
    [InlineData(",pronouns", "")]
    [InlineData(",pronouns", ",pronouns,hetu")]
    [InlineData("sourcedId,", "")]
    public async Task A_header_that_is_not_that_of_the_standard_is_refused(string was, string now)
    {
        var reading = await ReadAsync(Package(Users12.Replace(was, now, StringComparison.Ordinal) + "\r\n", Roles + "\r\n"));

        Assert.Contains(reading.Errors, e => e is { File: "users.csv", Line: 1 });
    }

    [Theory]
    [InlineData("aino,,,kyllä,aino,,Aino,Mäkelä,,,,,,,,,,,,,,,", "enabledUser")]
    [InlineData("aino,poistettu,,true,aino,,Aino,Mäkelä,,,,,,,,,,,,,,,", "status")]
    [InlineData("aino,,eilen,true,aino,,Aino,Mäkelä,,,,,,,,,,,,,,,", "dateLastModified")]
    [InlineData("aino m,,,true,aino,,Aino,Mäkelä,,,,,,,,,,,,,,,", "sourcedId")]
    [InlineData(",,,true,aino,,Aino,Mäkelä,,,,,,,,,,,,,,,", "sourcedId")]
    [InlineData("aino,,,true,aino,,,Mäkelä,,,,,,,,,,,,,,,", "givenName")]
    [InlineData("aino,,,true,aino m,,Aino,Mäkelä,,,,,,,,,,,,,,,", "username")]
    [InlineData("aino,,,true,aino,,Aino,Mäkelä,,,ei osoite,,,,,,,,,,,,", "email")]
    [InlineData("aino,,,true,aino,,Aino,Mäkelä,,,,,,,,,,,,,,poissa,", "primaryOrgSourcedId")]
    public async Task A_value_outside_the_standard_is_refused_in_its_place(string row, string column)
    {
        var reading = await ReadAsync(Package($"{Users12}\r\n{row}\r\n", $"{Roles}\r\n1,,,aino,primary,student,,,salmi,\r\n"));

        Assert.Contains(reading.Errors, e => e is { File: "users.csv", Line: 2 } && e.Column == column);
    }

    [Fact]
    public async Task A_school_that_is_meant_needs_a_code_and_the_operator_may_tell_it()
    {
        var orgs = Orgs.Replace("03764", "3764", StringComparison.Ordinal);
        var package = Package(Users12 + "\r\naino,,,true,aino,,Aino,Mäkelä,,,,,,,,,,,,,,,\r\n", $"{Roles}\r\n1,,,aino,primary,student,,,salmi,\r\n", orgs: orgs);
        (await ReadAsync(package)).Refused(SchoolText.NoCode, "orgs.csv", 3, "sourcedId");

        File.WriteAllText(_folder.Path("koulut.json"), """{ "codes": { "salmi": "03764" }, "students": ["03764"] }""");
        var told = (await FeedReading.Of(new OneRosterReader(SchoolFeeds.Settings(("Tupa:Sources:Institutions", _folder.Path("koulut.json"))), TimeProvider.System), package)).Good();

        Assert.Equal(("03764", SchoolRole.Student), (Assert.Single(told.People).School, told.People[0].Role));
    }

    private Task<FeedReading> RosterAsync(string[] users, string[] roles, string[]? classes = null, string[]? enrollments = null) => ReadAsync(Package(
        $"{Users12}\r\n{Lines(users, (row, _) => $"{row[0]},,,true,{row[0]},,{row[1]},{row[2]},,,,,,,,,,,,,,,")}",
        $"{Roles}\r\n{Lines(roles, (row, i) => $"r{i},,,{string.Join(',', row)},")}",
        classes is null ? null : $"{Classes}\r\n{Lines(classes, (row, _) => $"{row[0]},,,{row[1]},,kurssi,,{row[2]},,{row[3]},lv,,,")}",
        enrollments is null ? null : $"{Enrollments}\r\n{Lines(enrollments, (row, i) => $"e{i},,,{row[0]},{row[1]},{row[2]},{row[3]},,{row[4]},{row[5]}")}"));

    private static string Lines(string[] rows, Func<string[], int, string> line) => string.Concat(rows.Select((row, i) => line(row.Split(','), i) + "\r\n"));

    private FeedFile Package(string users, string roles, string? classes = null, string? enrollments = null, string orgs = Orgs)
    {
        var manifest = $"propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\nfile.academicSessions,absent\r\nfile.courses,absent\r\nfile.orgs,bulk\r\nfile.users,bulk\r\nfile.roles,bulk\r\n"
            + $"file.classes,{(classes is null ? "absent" : "bulk")}\r\nfile.enrollments,{(enrollments is null ? "absent" : "bulk")}\r\n";
        (string Name, string? Text)[] files = [("manifest.csv", manifest), ("orgs.csv", orgs), ("users.csv", users), ("roles.csv", roles), ("classes.csv", classes), ("enrollments.csv", enrollments)];
        return _folder.Zip([.. files.Where(f => f.Text is not null).Select(f => (f.Name, f.Text!))]);
    }

    private static Task<FeedReading> ReadAsync(FeedFile file) => FeedReading.Of(new OneRosterReader(new(), SchoolFeeds.Spring()), file);
}
