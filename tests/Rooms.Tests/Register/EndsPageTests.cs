using Tupa.Kernel;
using Tupa.Register;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/register/ends</summary>
public sealed class EndsPageTests(VisitedTowns towns)
{
    private const string Path = "/register/ends";

    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, RegisterEndsText.Lead.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, RegisterEndsText.Lead.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, RegisterEndsText.Lead.Fi),
        new(Guest.Administrator, 200, RegisterEndsText.None.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_an_administrator_of_a_register_lists_the_coming_ends(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, Path, status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_ends_of_sixty_days_stand_soonest_first_and_a_move_is_no_end(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var a = await house.SignedInAsync(await house.AdministratorAsync("Rauni Rekisteri", "A"));
        using var b = await house.SignedInAsync(await house.AdministratorAsync("Outi Opetus", "B"));
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var council = await house.Town.GroupAsync("Kaupunginvaltuusto", GroupKind.Organ);
        var today = house.Clock.Today();
        await house.EndAsync(Helsinki.EndOf(today.AddDays(30)), await house.Town.StaffAsync("Aino Mäkelä"));
        await house.EndAsync(Helsinki.EndOf(today.AddDays(5)), await house.Town.ElectedAsync("Eero Valta", council));
        await house.EndAsync(Helsinki.EndOf(today.AddDays(70)), await house.Town.StaffAsync("Myöhä Myöhempi"));
        await house.EndAsync(Helsinki.EndOf(today.AddDays(8)), await house.Town.PupilAsync("Oona Oppilas", school, await house.Town.GroupAsync("7B", GroupKind.Class, school)));
        await house.EndAsync(Helsinki.EndOf(today.AddDays(9)), await house.Town.TeacherAsync("Jelena Šarić-Niemi", school));
        await house.EndAsync(Helsinki.EndOf(today.AddDays(6)), await house.Town.StaffAsync("Salla Suojattu", shielded: true));
        var moving = await house.Town.StaffAsync("Siiri Siirtyjä");
        await house.EndAsync(Helsinki.EndOf(today.AddDays(10)), moving);
        await house.BeginAsync(house.Told(moving, school) with { FirstDay = today.AddDays(11) });
        var pausing = await house.Town.StaffAsync("Taina Tauko");
        await house.EndAsync(Helsinki.EndOf(today.AddDays(12)), pausing);
        await house.BeginAsync(house.Told(pausing, school) with { FirstDay = today.AddDays(14) });

        Assert.Equal(["Eero Valta", "Jelena Šarić-Niemi", "Taina Tauko", "Aino Mäkelä"], await a.NamesAsync(Path));
        Assert.Equal(["Oona Oppilas", "Jelena Šarić-Niemi"], await b.NamesAsync(Path));
        Assert.Equal(["Eero Valta"], await a.NamesAsync($"{Path}?population=Elected"));
        Assert.Equal(["Jelena Šarić-Niemi"], await a.NamesAsync($"{Path}?unit={school}"));
        Assert.Empty(await a.NamesAsync($"{Path}?population=Elected&unit={school}"));
        var rows = (await a.PageAsync(Path)).QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(Say.Day(today.AddDays(5)), rows[0], StringComparison.Ordinal);
        Assert.Contains("Kaupunginvaltuusto", rows[0], StringComparison.Ordinal);
        Assert.Contains(RegisterEndsText.LeavesHouse.Fi, rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain(RegisterEndsText.LeavesHouse.Fi, rows[2], StringComparison.Ordinal);
        Assert.Contains("register.ends.viewed", await house.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Ends_of_one_and_the_same_day_are_paged_without_losing_any(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var client = await house.SignedInAsync(await house.AdministratorAsync("Rauni Rekisteri", "A"));
        var people = new List<PersonId>();
        for (var i = 0; i < 55; i++) people.Add(await house.Town.StaffAsync($"Tiina Joukko{i:00}"));
        await house.EndAsync(Helsinki.EndOf(house.Clock.Today().AddDays(20)), [.. people]);

        var (first, next) = (await client.NamesAsync(Path), await client.NextAsync(Path));
        Assert.Equal(50, first.Count);
        var second = await client.NamesAsync(next!);
        Assert.Equal(5, second.Count);
        Assert.Empty(first.Intersect(second, StringComparer.Ordinal));
        Assert.Null(await client.NextAsync(next!));
    }
}
