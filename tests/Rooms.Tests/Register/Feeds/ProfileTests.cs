using System.Text;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class ProfileTests : IDisposable
{
    private const string Pupils = """"
        Oppilaitostunnus;Koulu;Luokka;Sukunimi;Kutsumanimi;Käyttäjätunnus;Sähköposti;Opetusryhmät;Henkilötunnus;Avain
        03764;Salmen koulu;7B;Mäkelä;Aino;aino.makela;aino@edu.fi;MA7|KU7;EI-SAA-LUKEA;101
        03764;Salmen koulu;7B;Öhman;"Börje; ""Bö""";;;;EI-SAA-LUKEA;102
        00845;Raision lukio;;Valta;Eero;eero;;;EI-SAA-LUKEA;103

        """";

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly DeliveryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_three_registers_of_the_statement_come_with_the_house()
    {
        Assert.Equal(["primus-oppilaat", "primus-opettajat", "primus-henkilökunta"], MappingProfiles.Shipped.Select(p => p.Format));

        var teachers = (await ReadAsync("primus-opettajat", "Oppilaitostunnus;Koulu;Sukunimi;Kutsumanimi;Käyttäjätunnus;Sähköposti;Opetusryhmät;Avain\n03764;Salmen koulu;Ope;Olli;olli;;MA7;7\n03765;;Ope;Olli;olli;;;7\n")).Good();
        var teacher = Assert.Single(teachers.People);
        Assert.Equal(("opettaja", SchoolRole.Staff, "03764"), (teacher.Assignments[0].Duty, teacher.Role, teacher.School));
        Assert.Equal(["03764/henkilökunta", "03765/henkilökunta"], teacher.Assignments.Select(a => a.Key));
        Assert.Equal(["03764/MA7"], teacher.Assignments[0].Groups);

        var staff = (await ReadAsync("primus-henkilökunta", "Oppilaitostunnus;Koulu;Sukunimi;Kutsumanimi;Käyttäjätunnus;Sähköposti;Avain\n03764;Salmen koulu;Sihteeri;Saara;saara;;9\n")).Good();
        Assert.Null(Assert.Single(staff.People).Assignments[0].Duty);
        Assert.Equal(Population.Staff, staff.People[0].Assignments[0].Population);
    }

    [Fact]
    public async Task Pupils_are_read_and_columns_that_nobody_asked_for_are_not()
    {
        var reading = (await ReadAsync("primus-oppilaat", Pupils)).Good();

        Assert.Equal(3, reading.Feed!.Count);
        var aino = reading.Person("101");
        Assert.Equal(("Aino", "Mäkelä", "7B", "03764", SchoolRole.Pupil), (aino.GivenName, aino.FamilyName, aino.ClassName, aino.School, aino.Role));
        Assert.Equal(["03764/7B", "03764/KU7", "03764/MA7"], Assert.Single(aino.Assignments).Groups);
        Assert.Equal("Börje; \"Bö\"", reading.Person("102").GivenName);
        Assert.Equal(SchoolRole.Student, reading.Person("103").Role);
        Assert.DoesNotContain("EI-SAA-LUKEA", reading.Everything(), StringComparison.Ordinal);
        Assert.Equal("Henkilötunnus", Assert.Single(reading.Notes.InWords, n => n.Kind == FeedNoteKind.Dropped).Column);
    }

    [Fact]
    public async Task Each_of_the_charsets_is_known_by_its_bytes()
    {
        var plain = (await ReadAsync("primus-oppilaat", Pupils)).Good().Everything();

        Assert.Equal(plain, (await ReadAsync("primus-oppilaat", Pupils, Windows)).Good().Everything());
        Assert.Equal(plain, (await ReadAsync("primus-oppilaat", Pupils, new UTF8Encoding(true))).Good().Everything());

        // What is neither: bytes that windows-1252 does not know.
        var reader = Reader("primus-oppilaat");
        var broken = await FeedReading.Of(reader, _folder.Put([.. Windows.GetBytes(Pupils), 0x81, 0x8d, (byte)';']));
        Assert.NotEmpty(broken.Errors);
    }

    [Fact]
    public async Task A_file_in_another_charset_than_agreed_is_refused_by_its_line()
    {
        var windows = Profile(p => p with { Charsets = ["windows-1252"] });
        (await FeedReading.Of(windows, _folder.Put("Oppilaitostunnus;Sukunimi;Kutsumanimi;Avain\n03764;Aalto;Eero;1\n03764;Mäkelä;Aino;2\n"))).Refused(DeliveryText.BrokenLetter, null, 3);

        var utf8 = Profile(p => p with { Charsets = ["utf-8"] });
        (await FeedReading.Of(utf8, _folder.Put("Oppilaitostunnus;Sukunimi;Kutsumanimi;Avain\n03764;Aalto;Eero;1\n03764;Mäkelä;Aino;2\n", Windows))).Refused(DeliveryText.BrokenLetter, null, 3);
    }

    [Theory]
    [InlineData("03764;Salmen koulu;7B;Mäkelä;Aino;", "3764;Salmen koulu;7B;Mäkelä;Aino;", "Oppilaitostunnus", 2)]
    [InlineData("Mäkelä;Aino", ";Aino", "Sukunimi", 2)]
    [InlineData("aino@edu.fi", "aino", "Sähköposti", 2)]
    [InlineData("aino.makela", "aino makela", "Käyttäjätunnus", 2)]
    [InlineData("LUKEA;102", "LUKEA;101", "Avain", 3)]
    [InlineData("Sukunimi", "sukunimi", "Sukunimi", 1)]
    [InlineData("Henkilötunnus", "Luokka", "Luokka", 1)]
    public async Task An_error_is_named_by_its_place(string was, string now, string column, int line)
    {
        var reading = await ReadAsync("primus-oppilaat", Pupils.Replace(was, now, StringComparison.Ordinal));

        Assert.Contains(reading.Errors, e => e.Line == line && e.Column == column);
    }

    [Fact]
    public async Task Values_are_mapped_rows_are_left_out_by_rule_and_what_is_unknown_is_an_error()
    {
        var reader = Profile(p => p with
        {
            Columns =
            [
                .. p.Columns,
                new("Rooli", ProfileField.Role, Values: new Dictionary<string, string> { ["O"] = "Pupil", ["H"] = "Staff" }),
                new("TK", ProfileField.Shielded, Values: new Dictionary<string, string> { ["K"] = "true", ["E"] = "false" }),
                new("Alku", ProfileField.FirstDay), new("Loppu", ProfileField.LastDay), new("LuokkaId", ProfileField.ClassKey), new("Luokka", ProfileField.ClassName),
            ],
            Rejected = [new("Tila", ["eronnut"]), new("Tila", ["virhe"], IsError: true)],
        });
        const string header = "Oppilaitostunnus;Sukunimi;Kutsumanimi;Avain;Rooli;TK;Alku;Loppu;LuokkaId;Luokka;Tila\n";

        var reading = (await FeedReading.Of(reader, _folder.Put(header + "03764;Aalto;Eero;1;H;K;1.8.2025;31.7.2026;L1;7B;ok\n03764;Berg;Elsa;2;O;E;;;;;eronnut\n"))).Good();
        var eero = Assert.Single(reading.People);
        Assert.Equal((SchoolRole.Staff, true, "7B"), (eero.Role, eero.Shielded, eero.ClassName));
        Assert.Equal((new DateOnly(2025, 8, 1), new DateOnly(2026, 7, 31), "L1"), (eero.Assignments[0].FirstDay, eero.Assignments[0].LastDay, eero.Assignments[0].Groups[0]));
        Assert.Contains(reading.Notes.InWords, n => n.Reason == SchoolText.RowsLeftOut(1));

        (await FeedReading.Of(reader, _folder.Put(header + "03764;Aalto;Eero;1;X;K;;;;;ok\n"))).Refused(SchoolText.ValueUnmapped, null, 2, "Rooli");
        (await FeedReading.Of(reader, _folder.Put(header + "03764;Aalto;Eero;1;H;K;31.2.2026;;;;ok\n"))).Refused(DeliveryText.NotADay, null, 2, "Alku");
        (await FeedReading.Of(reader, _folder.Put(header + "03764;Aalto;Eero;1;H;K;;;;;virhe\n"))).Refused(SchoolText.RowRejected, null, 2, "Tila");
    }

    [Fact]
    public async Task Two_rows_of_one_key_must_be_one_person()
    {
        var rows = "Oppilaitostunnus;Koulu;Sukunimi;Kutsumanimi;Käyttäjätunnus;Sähköposti;Opetusryhmät;Avain\n03764;;Ope;Olli;olli;;;7\n03765;;Muu;Olli;olli;;;7\n";

        (await ReadAsync("primus-opettajat", rows)).Refused(SchoolText.DifferentPerson, null, 3, "Avain");
    }

    [Fact]
    public async Task A_preview_shows_the_first_rows_as_they_would_be_understood_and_nothing_of_the_rest()
    {
        var file = _folder.Put(Pupils.Replace("03764;Salmen koulu;7B;Öhman", "3764;Salmen koulu;7B;Öhman", StringComparison.Ordinal));
        var preview = await ((IFeedPreview)Reader("primus-oppilaat")).PreviewAsync(file, 2, default);

        Assert.Equal(["Oppilaitostunnus", "Koulu", "Luokka", "Sukunimi"], preview.Columns.Take(4).Select(c => c.Header));
        Assert.Equal(FieldText.InstitutionCode, preview.Columns[0].Field);
        Assert.Null(preview.Columns[8].Field);
        Assert.Equal(2, preview.Rows.Count);
        Assert.Equal(["03764", "Salmen koulu", "7B", "Mäkelä", "Aino", "aino.makela", "aino@edu.fi", "MA7|KU7", null, "101"], preview.Rows[0].Values);
        Assert.Contains(preview.Notes.InWords, n => n is { Kind: FeedNoteKind.Error, Line: 3, Column: "Oppilaitostunnus" });
        Assert.DoesNotContain("EI-SAA-LUKEA", string.Join(' ', preview.Rows.SelectMany(r => r.Values)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "profiili.json")]
    [InlineData("""{ "format": "x", "feed": "x", "columns": [] }""", "Key")]
    [InlineData("""{ "format": "x", "feed": "x", "columns": [], "hetu": true }""", "hetu")]
    [InlineData("""{ "format": "x y", "feed": "x", "columns": [] }""", "format")]
    public void An_impossible_profile_stops_the_start_with_a_sentence(string json, string word)
    {
        File.WriteAllText(_folder.Path("profiili.json"), json);

        Assert.Contains(word, Assert.Throws<InvalidOperationException>(() => SchoolFeeds.Settings(("Tupa:Sources:Profiles", _folder.Path("")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_of_the_operator_stands_in_the_place_of_one_of_the_house()
    {
        File.WriteAllText(_folder.Path("oma.json"), """
            { "format": "primus-oppilaat", "feed": "oppilaat", "role": "Pupil", "delimiter": "\t", "columns": [
              { "header": "K202", "field": "InstitutionCode", "required": true }, { "header": "Suku", "field": "FamilyName", "required": true },
              { "header": "Etu", "field": "GivenName", "required": true }, { "header": "Id", "field": "Key", "required": true } ] }
            """);
        var mappings = SchoolFeeds.Settings(("Tupa:Sources:Profiles", _folder.Path(""))).Mappings;

        Assert.Equal(3, mappings.Count);
        Assert.Equal("\t", mappings.Single(m => m.Format == "primus-oppilaat").Delimiter);
    }

    private Task<FeedReading> ReadAsync(string format, string text, Encoding? charset = null)
    {
        var bytes = (charset ?? new UTF8Encoding(false)).GetBytes(text);
        var file = _folder.Put([.. charset?.GetPreamble() ?? [], .. bytes]);
        return FeedReading.Of(Reader(format), file);
    }

    private static ProfileReader Reader(string format) => new(MappingProfiles.Shipped.Single(p => p.Format == format), new());

    private static ProfileReader Profile(Func<MappingProfile, MappingProfile> change)
    {
        var profile = change(new("oma", "oma",
        [
            new("Oppilaitostunnus", ProfileField.InstitutionCode, Required: true), new("Sukunimi", ProfileField.FamilyName, Required: true),
            new("Kutsumanimi", ProfileField.GivenName, Required: true), new("Avain", ProfileField.Key, Required: true),
        ], Role: SchoolRole.Pupil));
        Assert.Null(profile.Wrong());
        return new(profile, new());
    }
}
