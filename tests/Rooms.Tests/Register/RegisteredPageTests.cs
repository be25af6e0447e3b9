using System.Net;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/register/people</summary>
public sealed class RegisteredPageTests(VisitedTowns towns)
{
    private const string Path = "/register/people";

    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, RegisteredText.Lead.Fi),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, RegisteredText.Lead.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, RegisteredText.Lead.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, RegisteredText.Lead.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, RegisteredText.Lead.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, RegisteredText.Lead.Fi),
        new(Guest.Administrator, 200, "Kumppani", "Oppilas"));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_an_administrator_of_a_register_lists_its_people(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, Path, status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Each_administrator_sees_the_people_of_the_own_register_and_the_shielded_only_when_close(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RegisterTown.OpenAsync(house);
        var admin = await house.AdministratorAsync("Rauni Rekisteri", "A");
        using var a = await house.SignedInAsync(admin);
        using var b = await house.SignedInAsync(await house.AdministratorAsync("Outi Opetus", "B"));

        Assert.Equal(["Pirjo Kumppani", "Aino Mäkelä", "Outi Opetus", "Rauni Rekisteri", "Jelena Šarić-Niemi", "Eero Valta", "Börje Öhman"], await a.NamesAsync(Path));
        Assert.Equal(["Ilona Muualla", "Oona Oppilas", "Jelena Šarić-Niemi", "Veeti Åkerlund"], await b.NamesAsync(Path));

        await house.Town.JoinAsync(admin, town.Project.Members, (int)SpaceRole.Reader);
        Assert.Contains("Salla Suojattu", await a.NamesAsync(Path));
        var row = (await a.PageAsync($"{Path}?q=suojattu")).QuerySelector("tbody tr")!;
        Assert.Contains(AuthorityText.Shielded.Fi, row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Kuusisalmen", row.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Every_filter_finds_its_own_and_each_view_is_one_note(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var admin = await house.AdministratorAsync("Rauni Rekisteri", "A");
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        await house.HeadAsync(await house.Town.CityAsync(), admin);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        await house.Town.TeacherAsync("Jelena Šarić-Niemi", school);
        await house.Town.PartnerAsync("Pirjo Kumppani", admin);
        await house.Town.ElectedAsync("Eero Valta", await house.Town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ));
        await house.EndAsync(house.Now, aino);
        await house.EndAsync(house.Now.AddDays(10), borje);
        var gone = await house.Town.StaffAsync("Lasse Lähtenyt");
        await house.EndedAsync(house.Now.AddDays(-215), gone);
        var coming = await house.Town.StaffAsync("Tuuli Tuleva");
        await house.EndAsync(house.Now.AddDays(-1), coming);
        await house.BeginAsync(house.Told(coming, school) with { FirstDay = house.Clock.Today().AddDays(20) });
        await house.WriteAsync(db =>
        {
            db.Add(new LegalHold { Id = LegalHoldId.New(), Person = aino, Reason = "Asia 12/2026", PlacedAt = house.Now, LastDay = house.Clock.Today().AddDays(30), UntilUtc = house.Now.AddDays(5) });
            db.Add(new LegalHold { Id = LegalHoldId.New(), Person = borje, Reason = "Asia 13/2026", PlacedAt = house.Now.AddDays(-9), LastDay = house.Clock.Today().AddDays(30), UntilUtc = house.Now.AddDays(-2) });
            return Task.CompletedTask;
        });
        using var client = await house.SignedInAsync(admin);

        Assert.Equal(["Pirjo Kumppani"], await client.NamesAsync($"{Path}?population=Partner"));
        Assert.Equal(["Eero Valta"], await client.NamesAsync($"{Path}?population=Elected"));
        Assert.Empty(await client.NamesAsync($"{Path}?population=Pupil"));
        Assert.Equal(["Pirjo Kumppani", "Rauni Rekisteri", "Jelena Šarić-Niemi", "Eero Valta", "Börje Öhman"], await client.NamesAsync($"{Path}?state=Here"));
        Assert.Equal(["Tuuli Tuleva"], await client.NamesAsync($"{Path}?state=Coming"));
        Assert.Equal(["Lasse Lähtenyt", "Aino Mäkelä"], await client.NamesAsync($"{Path}?state=Ended"));
        Assert.Equal(["Lasse Lähtenyt"], await client.NamesAsync($"{Path}?state=ErasedSoon"));
        Assert.Equal(["Börje Öhman"], await client.NamesAsync($"{Path}?ending=true"));
        Assert.Equal(["Jelena Šarić-Niemi"], await client.NamesAsync($"{Path}?alone=true"));
        Assert.Equal(["Aino Mäkelä"], await client.NamesAsync($"{Path}?held=true"));
        Assert.Empty(await client.NamesAsync($"{Path}?held=true&state=Here"));
        Assert.Equal(["Börje Öhman"], await client.NamesAsync($"{Path}?q=ohman"));
        Assert.Equal(["Jelena Šarić-Niemi"], await client.NamesAsync($"{Path}?q=jelena.saric-niemi"));

        var before = (await house.AuditedAsync()).Count;
        await client.NamesAsync($"{Path}?q=valta&population=Elected&state=Here");
        await client.NamesAsync(Path);
        Assert.Equal(["register.people.viewed.elected.here.searched", "register.people.viewed"], (await house.AuditedAsync())[before..]);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_page_shows_fifty_with_the_day_of_the_end_and_of_the_erasure_and_goes_on(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var admin = await house.AdministratorAsync("Rauni Rekisteri", "A");
        for (var i = 0; i < 60; i++) await house.Town.StaffAsync($"Tiina Joukko{i:00}");
        var end = house.Clock.Today().AddDays(40);
        var aino = await house.Town.StaffAsync("Aino Aho");
        await house.EndAsync(Helsinki.EndOf(end), aino);
        using var client = await house.SignedInAsync(admin);

        var (first, next) = (await client.NamesAsync(Path), await client.NextAsync(Path));
        var second = await client.NamesAsync(next!);
        Assert.Equal(50, first.Count);
        Assert.Equal(62, first.Union(second, StringComparer.Ordinal).Count());
        Assert.Null(await client.NextAsync(next!));
        var row = (await client.PageAsync(Path)).QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("Aino Aho", row, StringComparison.Ordinal);
        Assert.Contains("Kuusisalmen kaupunki", row, StringComparison.Ordinal);
        Assert.Contains(Say.Day(end), row, StringComparison.Ordinal);
        Assert.Contains(Say.Day(new Retention.EraseBy(35, 14).Day(end)), row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_second_factor_no_page_of_the_register_opens()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var admin = await house.Town.StaffAsync("Rauni Rekisteri");
        await house.EmpowerAsync(admin, AuthorityKind.RegisterAdministrator, "A", factor: false);
        using var client = await house.SignedInAsync(admin);
        foreach (var path in new[] { "/register", Path, $"{Path}/{admin}", "/register/ends", "/register/disclosures" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd("text/html");
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.StartsWith("/me/security/factor", $"{answer.Headers.Location}", StringComparison.Ordinal);
        }

        using var export = await client.PostAsync("/register/disclosures", ("id", $"{Guid.CreateVersion7()}"), ("purpose", "Tarve"));
        Assert.NotEqual(HttpStatusCode.OK, export.StatusCode);
    }
}
