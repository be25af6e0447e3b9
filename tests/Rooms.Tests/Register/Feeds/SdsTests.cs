using Tupa.Register;

namespace Tupa.Tests;

public sealed class SdsTests : IDisposable
{
    private readonly DeliveryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_real_set_is_read_with_the_report_one_expects()
    {
        var reading = (await FeedReading.Of(Reader("""{ "codes": { "110001": "01901", "110003": "03764" } }"""), _folder.Zip([.. Real()]))).Good();

        // Guardians have no role; the rest are here.
        Assert.Equal(["114001", "114003", "114004", "114006", "114007", "114008"], reading.People.Select(p => p.Key));
        Assert.Equal(6, reading.Feed!.Count);
        var pupil = reading.Person("114001");
        Assert.Equal(("Jack", "Craig", "jcraig@classrmtest31.org", null, "03764", SchoolRole.Pupil), (pupil.GivenName, pupil.FamilyName, pupil.UserId, pupil.Email, pupil.School, pupil.Role));
        Assert.Equal(
            ("03764/student/2021-08-24", new DateOnly(2021, 8, 24), new DateOnly(2022, 6, 11), "112002"),
            (Assert.Single(pupil.Assignments).Key, pupil.Assignments[0].FirstDay, pupil.Assignments[0].LastDay, string.Join(' ', pupil.Assignments[0].Groups)));

        // A department belongs to its college, a college has students, and a ministry is above all schools.
        Assert.Equal(("01901", SchoolRole.Staff, "opettaja"), (reading.Person("114006").School, reading.Person("114006").Role, reading.Person("114006").Assignments[0].Duty));
        Assert.Equal(SchoolRole.Student, reading.Person("114008").Role);
        Assert.Equal("03764", Assert.Single(reading.Person("114007").Assignments).Unit);
        Assert.Equal([("01901", "College of Engineering"), ("03764", "School of TwoDotOne")], reading.Feed.Units.Select(u => (u.Key, u.Name)));
        Assert.Equal(["112001", "112002"], reading.Feed.Groups.Select(g => g.Key));

        Assert.Equal(
            ["demographics.csv", "relationships.csv", "userFlags.csv", "users.csv:activeDirectoryMatchId", "users.csv:password", "users.csv:phone", "users.csv:sms"],
            reading.Notes.InWords.Where(n => n.Kind == FeedNoteKind.Dropped).Select(n => n.Column is null ? n.File : $"{n.File}:{n.Column}").Order(StringComparer.Ordinal));
        Assert.Equal([SchoolText.AboveSchools(1), SchoolText.Roleless(2)], reading.Notes.InWords.Where(n => n.Kind == FeedNoteKind.Remark).Select(n => n.Reason));
        foreach (var secret in new[] { "P@ssword123", "freeLunch", "Woodenville", "2001-07-02", "+11234567890", "jean.craig" })
            Assert.DoesNotContain(secret, reading.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_set_without_institution_codes_is_refused_by_school()
    {
        var reading = await FeedReading.Of(Reader("{}"), _folder.Zip([.. Real()]));

        reading.Refused(SchoolText.NoCode, "orgs.csv", 2, "sourcedId");
        reading.Refused(SchoolText.NoCode, "orgs.csv", 4, "sourcedId");
        Assert.Equal(2, reading.Errors.Count);
    }

    [Fact]
    public async Task A_folder_packed_as_it_is_is_as_good()
    {
        var files = Small();
        var flat = (await FeedReading.Of(Reader("{}"), _folder.Zip([.. files]))).Good();
        var packed = (await FeedReading.Of(Reader("{}"), _folder.Zip([.. files.Select(f => ($"sds/{f.Name}", f.Text))]))).Good();

        Assert.Equal(flat.Everything(), packed.Everything());
        (await FeedReading.Of(Reader("{}"), _folder.Zip([.. files.Select(f => ($"../{f.Name}", f.Text))]))).Refused(DeliveryText.OutOfPackage, "../orgs.csv");
    }

    [Theory]
    [InlineData("users.csv", "aino,aino@edu.fi,Aino,Mäkelä", "aino,aino@edu.fi,,Mäkelä", 2, "givenName")]
    [InlineData("roles.csv", "aino,03764", "poissa,03764", 2, "userSourcedId")]
    [InlineData("roles.csv", "aino,03764", "aino,poissa", 2, "orgSourcedId")]
    [InlineData("roles.csv", "student", "velho", 2, "role")]
    [InlineData("roles.csv", "2026-06-30", "2026-06-31", 2, "roleEndDate")]
    [InlineData("roles.csv", "2026-06-30", "2025-06-30", 2, "roleEndDate")]
    [InlineData("enrollments.csv", "7b,", "poissa,", 2, "classSourcedId")]
    [InlineData("users.csv", "familyName", "sukunimi", 1, "familyName")]
    public async Task An_error_is_named_by_its_place(string file, string was, string now, int line, string column)
    {
        var reading = await FeedReading.Of(Reader("{}"), _folder.Zip([.. Small().Select(f => f.Name == file ? (f.Name, f.Text.Replace(was, now, StringComparison.Ordinal)) : f)]));

        Assert.Contains(reading.Errors, e => e.File == file && e.Line == line && e.Column == column);
    }

    private static (string Name, string Text)[] Small() =>
    [
        ("orgs.csv", "sourcedId,name,type,parentSourcedId\n03764,Salmen koulu,school,\n"),
        ("users.csv", "sourcedId,username,givenName,familyName\naino,aino@edu.fi,Aino,Mäkelä\n"),
        ("roles.csv", "userSourcedId,orgSourcedId,role,roleStartDate,roleEndDate\naino,03764,student,2025-08-08,2026-06-30\n"),
        ("classes.csv", "sourcedId,orgSourcedId,title\n7b,03764,7B\n"),
        ("enrollments.csv", "classSourcedId,userSourcedId,role\n7b,aino,student\n"),
    ];

    private static IEnumerable<(string, string)> Real()
    {
        var folder = Environment.GetEnvironmentVariable("TUPA_EXTERNAL_DATA");
        Assert.SkipWhen(folder is null, "TUPA_EXTERNAL_DATA does not name a folder with a School Data Sync set");
        return Directory.GetFiles(Path.Combine(folder!, "sds-v2.1")).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path)));
    }

    private SdsReader Reader(string institutions)
    {
        File.WriteAllText(_folder.Path("koulut.json"), institutions);
        return new(SchoolFeeds.Settings(("Tupa:Sources:Institutions", _folder.Path("koulut.json"))), TimeProvider.System);
    }
}
