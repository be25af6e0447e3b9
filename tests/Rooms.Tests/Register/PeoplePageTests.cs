using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class PeoplePageTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_pages_show_each_visitor_only_whom_they_see(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RegisterTown.OpenAsync(house);

        using var visitor = house.Visitor();
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync("/people")).StatusCode);
        foreach (var (viewer, sees, not) in new[]
        {
            (town.Borje, "Eero Valta", "Oona Oppilas"), (town.Teacher, "Oona Oppilas", "Ilona Muualla"),
            (town.Pupil, "Veeti Åkerlund", "Börje Öhman"), (town.Partner, "Aino Mäkelä", "Börje Öhman"), (town.Elected, "Eero Valta", "Aino Mäkelä"),
        })
        {
            using var client = await house.SignedInAsync(viewer);
            var page = await client.PageAsync("/people");
            Assert.Single(page.QuerySelectorAll("h1"));
            var list = page.QuerySelector("ul.people")!.TextContent;
            Assert.Contains(sees, list, StringComparison.Ordinal);
            Assert.DoesNotContain(not, list, StringComparison.Ordinal);
            var options = await client.GetStringAsync($"/people/suggest?q={Uri.EscapeDataString(not.Split(' ')[1])}");
            Assert.DoesNotContain(not, options, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_who_is_not_seen_answers_as_one_who_never_was(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RegisterTown.OpenAsync(house);
        using var client = await house.SignedInAsync(town.Borje);
        await client.GetAsync("/people");

        foreach (var tail in new[] { "", "/picture" })
        {
            var never = await AskAsync($"/people/{PersonId.New()}{tail}");
            Assert.Equal(HttpStatusCode.NotFound, never.Status);
            foreach (var unseen in new[] { town.Pupil, town.Partner, town.Shielded }) Assert.Equal(never, await AskAsync($"/people/{unseen}{tail}"));
        }

        async Task<(HttpStatusCode Status, int Length, int Statements, string Headers)> AskAsync(string path)
        {
            var before = house.Statements.Sent.Count;
            using var answer = await client.GetAsync(path);
            var body = await answer.Content.ReadAsStringAsync();
            var headers = string.Join(",", answer.Headers.Concat(answer.Content.Headers).Select(h => h.Key).Order(StringComparer.Ordinal));
            return (answer.StatusCode, body.Length, house.Statements.Sent.Count - before, headers);
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_profile_shows_values_with_their_source_and_one_s_own_page_also_who_sees_them(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RegisterTown.OpenAsync(house);
        using var client = await house.SignedInAsync(town.Borje);

        var profile = await client.PageAsync($"/people/{town.Teacher}");
        Assert.Equal("Jelena Šarić-Niemi", profile.QuerySelector("h1")!.TextContent);
        Assert.Contains("+358401234567", profile.QuerySelector(".prov")!.TextContent, StringComparison.Ordinal);
        var me = await client.PageAsync("/me");
        Assert.Contains(FieldText.SeenByStaff.Fi, me.QuerySelector(".prov")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kuusisalmen kaupunki", me.QuerySelector("#duties")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/register")).StatusCode);

        using var pupil = await house.SignedInAsync(town.Pupil);
        Assert.Equal(MeText.PupilHeading.Fi, (await pupil.PageAsync("/me")).QuerySelector("h1")!.TextContent);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Nobody_is_told_that_all_staff_see_what_only_a_close_group_sees(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RegisterTown.OpenAsync(house);
        foreach (var (who, says) in new[] { (town.Partner, FieldText.SeenByShared), (town.Pupil, FieldText.SeenByClose), (town.Shielded, FieldText.SeenByShared), (town.Elected, FieldText.SeenByStaff) })
        {
            using var client = await house.SignedInAsync(who);
            var values = (await client.PageAsync("/me")).QuerySelector(".prov")!.TextContent;
            Assert.Contains(says.Fi, values, StringComparison.Ordinal);
            if (who == town.Elected) continue;
            Assert.DoesNotContain(FieldText.SeenByStaff.Fi, values, StringComparison.Ordinal);
            Assert.DoesNotContain(FieldText.SeenByMembers.Fi, values, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Staff_choose_among_schools_and_other_units_whatever_kind_of_group_a_school_has(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RegisterTown.OpenAsync(house);
        await house.WriteAsync(db => db.Set<Group>().Where(g => g.NameFi == "Tähtirinteen koulu").ExecuteUpdateAsync(set => set.SetProperty(g => g.Kind, GroupKind.Unit)));
        using var client = await house.SignedInAsync(town.Borje);

        var page = await client.PageAsync("/people");
        var schools = page.QuerySelector("select[name=school]")!.TextContent;
        Assert.Contains("Salmen koulu", schools, StringComparison.Ordinal);
        Assert.Contains("Tähtirinteen koulu", schools, StringComparison.Ordinal);
        Assert.DoesNotContain("koulu", page.QuerySelector("select[name=unit]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task No_page_of_people_asks_the_database_more_than_a_few_times(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RegisterTown.OpenAsync(house);
        using var client = await house.SignedInAsync(town.Teacher);
        await client.GetAsync("/people");

        foreach (var path in new[] { "/people", "/people?q=oona", $"/people?school={town.School}", "/people/suggest?q=oo" })
        {
            var before = house.Statements.Sent.Count;
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
            var asked = house.Statements.Sent.Count - before;
            Assert.True(asked <= 8, $"{path}: {asked} statements\n{string.Join("\n---\n", house.Statements.Sent.Skip(before))}");
        }
    }
}
