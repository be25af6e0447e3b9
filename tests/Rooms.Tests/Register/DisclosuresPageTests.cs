using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/register/disclosures</summary>
public sealed class DisclosuresPageTests(VisitedTowns towns)
{
    private const string Path = "/register/disclosures";

    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, DisclosureText.Lead.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, DisclosureText.Lead.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, DisclosureText.Lead.Fi),
        new(Guest.Administrator, 200, DisclosureText.None.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_who_looks_after_personal_data_sees_what_was_taken_out(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, Path, status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_list_is_exactly_one_row_and_carries_what_was_asked_and_no_formula(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RegisterTown.OpenAsync(house);
        var admin = await house.AdministratorAsync("Rauni Rekisteri", "A");
        await house.Town.JoinAsync(admin, town.Project.Members, (int)SpaceRole.Reader);
        await house.EndAsync(house.Now, town.Borje);
        await house.WriteAsync(db => db.Set<CardA>().Where(c => c.Person == town.Aino).ExecuteUpdateAsync(set => set.SetProperty(c => c.WorkAddress, "=HYPERLINK(\"http://x\")")));
        using var client = await house.SignedInAsync(admin);
        (string, string)[] form =
            [("id", $"{Guid.CreateVersion7()}"), ("purpose", "Kriisiviestinnän varayhteystiedot"), ("population", "Staff"), ("column", "phone"), ("column", "work_address"), ("column", "class_name"), ("column", "language")];

        using var answer = await client.PostAsync(Path, form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"\"{FieldText.Name.Fi}\";\"{FieldText.Phone.Fi}\";\"{FieldText.WorkAddress.Fi}\"", lines[0]);
        Assert.Equal("\"Aino Mäkelä\";\"'+358401234567\";\"'=HYPERLINK(\"\"http://x\"\")\"", lines[1]);

        // Of the shielded, though the administrator is close to her, and of one whose card has gone out of sight, the name alone.
        Assert.Contains("\"Salla Suojattu\";\"\";\"\"", lines);
        Assert.Contains("\"Börje Öhman\";\"\";\"\"", lines);
        Assert.DoesNotContain(lines, l => l.Contains("Valta", StringComparison.Ordinal) || l.Contains("Oppilas", StringComparison.Ordinal));

        // The same form again is the same list, and no other row.
        using var again = await client.PostAsync(Path, form);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var other = await client.PostAsync(Path, [.. form.Where(f => f.Item1 != "population")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        var row = await house.ReadAsync(db => db.Set<Disclosure>().AsNoTracking().SingleAsync());
        Assert.Equal((admin, "A", "Staff", "phone work_address", lines.Length - 1), (row.By!.Value, row.Registers, row.Filter, row.Columns, row.People));
        Assert.Single(await house.AuditedAsync(), d => d == "register.disclosure.made");

        var officer = await house.Town.StaffAsync("Tiina Tietosuoja");
        await house.EmpowerAsync(officer, AuthorityKind.DataProtectionOfficer);
        using var officers = await house.SignedInAsync(officer);
        var text = (await officers.PageAsync(Path)).Body!.TextContent;
        foreach (var shown in new[] { "Rauni Rekisteri", "Kriisiviestinnän varayhteystiedot", SourceText.Of(Population.Staff).Fi, FieldText.Phone.Fi, RegisteredText.Exactly(row.People).Fi }) Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Aino", text, StringComparison.Ordinal);
        Assert.Contains("register.disclosures.viewed", await house.AuditedAsync());

        // Erased, the one who took it has no name, and the row stands.
        await house.WriteAsync(async db => await db.Set<Disclosure>().Where(d => d.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.By, town.Teacher)));
        await house.EndedLongAgoAsync(town.Teacher);
        await house.NightAsync();
        Assert.Null(await house.ReadAsync(db => db.Set<Disclosure>().Select(d => d.By).SingleAsync()));
        Assert.Contains(PersonText.Former.Fi, (await officers.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Without_a_purpose_a_right_a_match_or_too_often_nothing_leaves(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var admin = await house.AdministratorAsync("Rauni Rekisteri", "A");
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        using var client = await house.SignedInAsync(admin);
        using var staff = await house.SignedInAsync(aino);
        Task<HttpResponseMessage> Take(HttpClient who, string purpose, string population = "Staff") =>
            who.PostAsync(Path, ("id", $"{Guid.CreateVersion7()}"), ("purpose", purpose), ("population", population), ("column", "phone"));

        using (var forbidden = await Take(staff, "Uteliaisuus")) Assert.Equal(HttpStatusCode.NotFound, forbidden.StatusCode);
        foreach (var purpose in new[] { "", "   ", new string('x', 501) })
        {
            using var without = await Take(client, purpose);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
            var page = await without.DocumentAsync();
            Assert.Contains(DisclosureText.PurposeNeeded.Fi, page.Body!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("#column-phone[checked]"));
            Assert.Equal("Staff", page.QuerySelector("input[name=population]")!.GetAttribute("value"));
        }

        using (var nobody = await Take(client, "Tarve", "Pupil")) Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Disclosure>().CountAsync()));
        Assert.Equal(5, (await house.AuditedAsync()).Count(d => d == "register.disclosure.make refused"));

        for (var i = 0; i < DisclosureActions.MostInHour; i++)
        {
            using var taken = await Take(client, $"Tarve {i}");
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        using (var often = await Take(client, "Tarve")) Assert.Contains(DisclosureText.TooOften.Fi, await often.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        house.Clock.Move(TimeSpan.FromMinutes(61));
        using (var later = await Take(client, "Tarve")) Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Equal(6, await house.ReadAsync(db => db.Set<Disclosure>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_list_of_more_than_five_thousand_is_refused(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var client = await house.SignedInAsync(await house.AdministratorAsync("Rauni Rekisteri", "A"));
        var people = Enumerable.Range(0, DisclosureActions.MostPeople).Select(i => (Id: PersonId.New(), Name: $"Joukko{i}")).ToList();
        await house.WriteAsync(db =>
        {
            db.AddRange(people.Select(p => new Person { Id = p.Id, CreatedAt = house.Now, SortKey = Fold.SortKey(p.Name) }));
            db.AddRange(people.Select(p => new CardA { Person = p.Id, GivenName = "Tiina", FamilyName = p.Name, Organisation = "Kuusisalmen kaupunki" }));
            return Task.CompletedTask;
        });

        using var answer = await client.PostAsync(Path, ("id", $"{Guid.CreateVersion7()}"), ("purpose", "Kaikki"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(DisclosureText.TooMany.Fi, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Disclosure>().CountAsync()));
    }

    [Theory]
    [InlineData("Aino", "\"Aino\"")]
    [InlineData(null, "\"\"")]
    [InlineData("a;\"b\"", "\"a;\"\"b\"\"\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+358", "\"'+358\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    public void No_cell_becomes_a_formula(string? value, string cell) => Assert.Equal(cell, CsvCell.Of(value));
}
