using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class DecisionTests : IDisposable
{
    private const string Council = """
        {
          "persons": [
            { "id": "p1", "given_name": "Eero", "family_name": "Valta", "email": "eero.valta@raisio.fi", "birth_date": "EI-SAA-LUKEA", "gender": "EI-SAA-LUKEA",
              "image": "EI-SAA-LUKEA", "links": [{ "url": "EI-SAA-LUKEA" }], "identifiers": [{ "identifier": "EI-SAA-LUKEA" }],
              "contact_details": [ { "value": "EI-SAA-LUKEA", "type": "address" }, { "value": "040 123 4567", "type": "cell" } ] },
            { "id": "p2", "name": "Elsa Maria Berg" },
            { "id": "p3", "given_name": "Nils", "family_name": "Dahl" },
            { "id": "p4", "given_name": "Siru", "family_name": "Sihteeri" }
          ],
          "organizations": [
            { "id": "kv", "name": "Kaupunginvaltuusto", "classification": "valtuusto", "other_names": [{ "name": "Stadsfullmäktige", "lang": "sv" }],
              "posts": [{ "id": "kv-pj", "role": "puheenjohtaja" }] },
            { "id": "puolue", "name": "EI-SAA-LUKEA", "classification": "party" }
          ],
          "memberships": [
            { "id": "m1", "person_id": "p1", "post_id": "kv-pj", "start_date": "2025-06-01", "end_date": "2027-05-31", "on_behalf_of_id": "EI-SAA-LUKEA", "party": "EI-SAA-LUKEA" },
            { "id": "m2", "person_id": "p2", "organization_id": "kv", "role": "Jäsen", "start_date": "2025-06-01" },
            { "id": "m3", "person_id": "p3", "organization_id": "kv", "role": "henkilökohtainen varajäsen", "start_date": "2025-06-01", "stands_in_for_id": "m2" },
            { "id": "m4", "person_id": "p4", "organization_id": "kv", "role": "sihteeri" },
            { "id": "m5", "person_id": "p1", "organization_id": "puolue", "role": "member" }
          ],
          "terms": [
            { "id": "2021", "organization_id": "kv", "start_date": "2021-08-01", "end_date": "2025-05-31" },
            { "id": "2025", "organization_id": "kv", "start_date": "2025-06-01", "end_date": "2029-05-31" }
          ]
        }
        """;

    private const string Rows = """
        henkilöavain;sukunimi;etunimi;toimielin;tehtävä;alkaa;päättyy;sähköposti;puhelin;kenen varajäsen;puolue
        1;Valta;Eero;Kaupunginvaltuusto;1. varapuheenjohtaja;1.6.2025;31.5.2029;eero.valta@raisio.fi;040 123 4567;;EI-SAA-LUKEA
        1;Valta;Eero;Kaupunginhallitus;jäsen;2025-06-01;2029-05-31;eero.valta@raisio.fi;040 123 4567;;EI-SAA-LUKEA
        2;Berg;Elsa;Kaupunginhallitus;varajäsen;1.6.2025;31.5.2029;;;1;EI-SAA-LUKEA
        3;Sihteeri;Siru;Kaupunginhallitus;sihteeri;;;;;;EI-SAA-LUKEA

        """;

    private readonly DeliveryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_council_is_read_with_its_chair_members_and_personal_deputies()
    {
        var reading = (await PopoloAsync(Council)).Good();

        Assert.Equal(["p1", "p2", "p3"], reading.People.Select(p => p.Key));
        var chair = reading.Person("p1");
        Assert.Equal((Card.A, "eero.valta@raisio.fi", "+358401234567", "Kaupunginvaltuusto"), (chair.Card, chair.Email, chair.Phone, chair.Organisation));
        Assert.Equal(("m1", "kv", "puheenjohtaja", new DateOnly(2027, 5, 31), Population.Elected), Told(Assert.Single(chair.Assignments)));

        // Without an end of its own it ends with the term in which it began.
        Assert.Equal(("m2", "kv", "jasen", new DateOnly(2029, 5, 31), Population.Elected), Told(reading.Person("p2").Assignments[0]));
        Assert.Equal(("Elsa Maria", "Berg"), (reading.Person("p2").GivenName, reading.Person("p2").FamilyName));

        var deputy = Assert.Single(reading.Person("p3").Assignments);
        Assert.Equal((AssignmentKind.Deputy, ("p2", "m2")), (deputy.Kind, deputy.StandsInFor));
        Assert.Equal(new FedGroup("kv", GroupKind.Organ, "Kaupunginvaltuusto", null, "Stadsfullmäktige"), Assert.Single(reading.Feed!.Groups));
    }

    [Fact]
    public async Task Birth_sex_pictures_home_and_party_are_passed_over_and_the_report_says_that()
    {
        var reading = (await PopoloAsync(Council)).Good();

        Assert.DoesNotContain("EI-SAA-LUKEA", reading.Everything(), StringComparison.Ordinal);
        Assert.Equal(
            ["memberships.on_behalf_of_id", "memberships.party", "organizations", "persons.birth_date", "persons.contact_details.address", "persons.gender", "persons.identifiers", "persons.image", "persons.links"],
            reading.Notes.InWords.Where(n => n.Kind == FeedNoteKind.Dropped).Select(n => n.Column).Order(StringComparer.Ordinal));
        Assert.Equal(
            [DecisionText.NamesDivided(1), DecisionText.StaffLeftOut(1), DecisionText.Seatless(1)],
            reading.Notes.InWords.Where(n => n.Kind == FeedNoteKind.Remark).Select(n => n.Reason));
    }

    [Theory]
    [InlineData("\"end_date\": \"2027-05-31\"", "\"end_date\": \"2027-02-31\"", 16, "memberships[0].end_date")]
    [InlineData("\"end_date\": \"2027-05-31\"", "\"end_date\": \"2020-02-01\"", 16, "memberships[0].end_date")]
    [InlineData("\"person_id\": \"p2\"", "\"person_id\": \"poissa\"", 17, "memberships[1].person_id")]
    [InlineData("\"organization_id\": \"kv\", \"role\": \"Jäsen\"", "\"organization_id\": \"poissa\", \"role\": \"Jäsen\"", 17, "memberships[1].organization_id")]
    [InlineData("\"kv-pj\", \"start", "\"poissa\", \"start", 16, "memberships[0].post_id")]
    [InlineData("\"role\": \"Jäsen\"", "\"role\": \"Velho\"", 17, "memberships[1].role")]
    [InlineData("\"stands_in_for_id\": \"m2\"", "\"stands_in_for_id\": \"poissa\"", 18, "memberships[2].stands_in_for_id")]
    [InlineData("\"id\": \"m2\"", "\"id\": \"m1\"", 17, "memberships[1].id")]
    [InlineData("\"id\": \"p2\"", "\"id\": \"p1\"", 6, "persons[1].id")]
    [InlineData("Elsa Maria Berg", "Elsa", 6, "persons[1].name")]
    [InlineData("eero.valta@raisio.fi", "eero.valta", 3, "persons[0].email")]
    [InlineData("040 123 4567", "soita", 3, "persons[0].contact_details")]
    [InlineData("\"Kaupunginvaltuusto\"", "[1]", 11, "organizations[0].name")]
    public async Task An_error_is_named_by_its_line_and_by_the_way_to_it(string was, string now, int line, string column)
    {
        var reading = await PopoloAsync(Council.Replace(was, now, StringComparison.Ordinal));

        Assert.Contains(reading.Errors, e => e.Line == line && e.Column == column);
        Assert.DoesNotContain("poissa", reading.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_cut_or_is_no_Popolo_is_refused_by_its_line()
    {
        (await PopoloAsync(Council[..600])).Refused(DecisionText.NotJson, null, Council[..600].Count(c => c == '\n') + 1);
        (await PopoloAsync("""{ "persons": [], "organizations": [] }""")).Refused(DecisionText.NotPopolo, null, 1);
        (await PopoloAsync("[]")).Refused(DecisionText.NotPopolo, null, 1);
        (await PopoloAsync("")).Refused(DecisionText.NotJson, null, 1);

        var latin = await FeedReading.Of(new PopoloReader(), _folder.Put(Council, System.Text.Encoding.Latin1));
        latin.Refused(DeliveryText.BrokenLetter, null, 11);
    }

    [Fact]
    public async Task Real_councils_are_read_with_the_report_one_expects()
    {
        var folder = Environment.GetEnvironmentVariable("TUPA_EXTERNAL_DATA");
        Assert.SkipWhen(folder is null, "TUPA_EXTERNAL_DATA does not name a folder with a Popolo file");
        var reading = (await FeedReading.Of(new PopoloReader(), new(Path.Combine(folder!, "popolo", "tasmania-councils.json"), "tasmania"))).Good();

        Assert.Equal((263, 263, 29), (reading.Feed!.Count, reading.People.Count, reading.Feed.Groups.Count));
        Assert.Equal(317, reading.People.Sum(p => p.Assignments.Count));
        Assert.Equal(46, reading.People.Count(p => p.Email is not null));
        Assert.Equal(["jasen", "puheenjohtaja", "varapuheenjohtaja"], reading.People.SelectMany(p => p.Assignments).Select(a => a.Duty).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(27, reading.People.SelectMany(p => p.Assignments).Count(a => a.Duty == "puheenjohtaja"));
        Assert.All(reading.People.SelectMany(p => p.Assignments), a => Assert.Equal((null, Helsinki.Open), (a.FirstDay, a.LastDay)));
        Assert.Equal(("Barry Le", "Fevre"), (reading.Person("break_o'day_council/barry_le_fevre").GivenName, reading.Person("break_o'day_council/barry_le_fevre").FamilyName));

        Assert.Equal(
            ["areas", "memberships.on_behalf_of_id", "organizations", "persons.image", "persons.images", "persons.sources", "warnings"],
            reading.Notes.InWords.Where(n => n.Kind == FeedNoteKind.Dropped).Select(n => n.Column).Order(StringComparer.Ordinal));
        Assert.Equal([DecisionText.NamesDivided(263), DecisionText.Endless(317)], reading.Notes.InWords.Where(n => n.Kind == FeedNoteKind.Remark).Select(n => n.Reason));
        Assert.DoesNotContain("party/", reading.Everything(), StringComparison.Ordinal);
        Assert.DoesNotContain(".jpg", reading.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_twin_in_CSV_says_the_same_for_clerks()
    {
        var reading = (await CsvAsync(Rows)).Good();

        Assert.Equal(["1", "2"], reading.People.Select(p => p.Key));
        Assert.Equal(("+358401234567", "Kaupunginvaltuusto"), (reading.Person("1").Phone, reading.Person("1").Organisation));
        Assert.Equal(("1:Kaupunginvaltuusto/varapuheenjohtaja/2025-06-01", "Kaupunginvaltuusto", "varapuheenjohtaja", new DateOnly(2029, 5, 31), Population.Elected), Told(reading.Person("1").Assignments[0]));

        var deputy = Assert.Single(reading.Person("2").Assignments);
        Assert.Equal((AssignmentKind.Deputy, ("1", "1:Kaupunginhallitus/jasen/2025-06-01")), (deputy.Kind, deputy.StandsInFor));
        Assert.Equal("puolue", Assert.Single(reading.Notes.InWords, n => n.Kind == FeedNoteKind.Dropped).Column);
        Assert.DoesNotContain("EI-SAA-LUKEA", reading.Everything(), StringComparison.Ordinal);
        Assert.Equal(reading.Everything(), (await CsvAsync(Rows, CodePages)).Good().Everything());
    }

    [Theory]
    [InlineData("1.6.2025;31.5.2029;eero", "1.6.2025;31.2.2029;eero", 2, "päättyy")]
    [InlineData("1.6.2025;31.5.2029;eero", "1.6.2029;31.5.2025;eero", 2, "päättyy")]
    [InlineData("2025-06-01;2029", "2025-6-1;2029", 3, "alkaa")]
    [InlineData("Kaupunginhallitus;jäsen", "Kaupunginhallitus;velho", 3, "tehtävä")]
    [InlineData("1;Valta;Eero;Kaupunginhallitus", "1;Muu;Eero;Kaupunginhallitus", 3, "henkilöavain")]
    [InlineData("2;Berg", ";Berg", 4, "henkilöavain")]
    [InlineData("raisio.fi;040 123 4567;;EI-SAA-LUKEA\n1;", "raisio.fi;soita;;EI-SAA-LUKEA\n1;", 2, "puhelin")]
    [InlineData(";;;1;EI", ";;;3;EI", 4, "kenen varajäsen")]
    [InlineData("toimielin", "elin", 1, "toimielin")]
    public async Task An_error_of_the_twin_is_named_by_its_place(string was, string now, int line, string column)
    {
        var text = Rows.ReplaceLineEndings("\n").Replace(was, now, StringComparison.Ordinal);

        Assert.Contains((await CsvAsync(text)).Errors, e => e.Line == line && e.Column == column);
    }

    [Theory]
    [InlineData("1. varapuheenjohtaja", "varapuheenjohtaja")]
    [InlineData("II vice ordförande", "varapuheenjohtaja")]
    [InlineData("Lord Mayor", "puheenjohtaja")]
    [InlineData("Ersättare", "varajasen")]
    [InlineData("velho", null)]
    [InlineData("", null)]
    public void Roles_are_read_in_three_languages(string written, string? duty) => Assert.Equal(duty, SeatRoles.Find(written)?.Duty);

    private static System.Text.Encoding CodePages => System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static (string, string?, string?, DateOnly, Population) Told(FedAssignment a) => (a.Key, a.Organ, a.Duty, a.LastDay, a.Population);

    private Task<FeedReading> PopoloAsync(string json) => FeedReading.Of(new PopoloReader(), _folder.Put(json));

    private Task<FeedReading> CsvAsync(string rows, System.Text.Encoding? charset = null) => FeedReading.Of(new OfficialsReader(), _folder.Put(rows, charset));
}
