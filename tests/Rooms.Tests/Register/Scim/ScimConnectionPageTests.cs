using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/register/sources/scim/connection</summary>
public sealed class ScimConnectionPageTests(VisitedTowns towns)
{
    private const string Page = "/register/sources/scim/connection";

    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, ScimKeyText.Keys.Fi),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, ScimKeyText.Keys.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, ScimKeyText.Keys.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, ScimKeyText.Keys.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, ScimKeyText.Keys.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, ScimKeyText.Keys.Fi),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, ScimKeyText.Keys.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_those_who_look_after_the_connection_see_it(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, Page, status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_steward_of_the_source_makes_a_key_that_is_shown_once_and_ends_it(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var house = directory.House;
        using var steward = await StewardAsync(house, nameof(Source.Scim));
        using var other = await StewardAsync(house, nameof(Source.Schools));
        var day = house.Clock.Today().AddMonths(6).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("/register/sources/scim/keys", ("name", "Entra"), ("lastDay", day))).StatusCode);
        foreach (var (name, until) in new[] { ("", day), ("Entra", ""), ("Entra", "2099-01-01"), (new string('x', 81), day) })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await steward.PostAsync("/register/sources/scim/keys", ("name", name), ("lastDay", until))).StatusCode);

        var made = await (await steward.PostAsync("/register/sources/scim/keys", ("name", "Entra ID tuotanto"), ("lastDay", day))).Content.ReadAsStringAsync();
        var key = made.Split("<code id=\"scim-key\">")[1].Split('<')[0];
        Assert.StartsWith("tupa_scim_", key, StringComparison.Ordinal);
        Assert.Contains($"{house.Address}scim/v2", made, StringComparison.Ordinal);
        directory.Client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        await directory.GetAsync("Users");
        Assert.DoesNotContain(key, await (await steward.GetAsync(Page)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await Stored.WhereAsync(house, database, key));

        var id = await house.ReadAsync(db => db.Set<ScimKey>().Where(k => k.Name == "Entra ID tuotanto").Select(k => k.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/register/sources/scim/keys/{id}/end")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.PostAsync($"/register/sources/scim/keys/{id}/end")).StatusCode);
        await directory.GetAsync("Users", HttpStatusCode.Unauthorized);
        Assert.Empty(new[] { "register.scim.key.made", "register.scim.key.ended", "register.scim.key.make refused" }.Except(await house.AuditedAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Ends_that_wait_are_shown_and_decided_upon(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        using var steward = await StewardAsync(directory.House, nameof(Source.Scim));
        using var other = await StewardAsync(directory.House, nameof(Source.Schools));
        var ids = new[] { await directory.MakeAsync(CityDirectory.User("aino")), await directory.MakeAsync(CityDirectory.User("eero", "Eero", "Lahti")) };
        await directory.SendAsync(HttpMethod.Delete, $"Users/{ids[1]}", null, HttpStatusCode.NoContent);

        var page = await (await steward.GetAsync(Page)).Content.ReadAsStringAsync();
        Assert.Contains("Eero Lahti", page, StringComparison.Ordinal);
        Assert.Contains(ScimKeyText.Approve.Fi, page, StringComparison.Ordinal);
        foreach (var address in new[] { "/register/sources/scim/ends", "/register/sources/scim/ends/end" }) Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(address)).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await steward.PostAsync("/register/sources/scim/ends/end")).StatusCode);
        Assert.True((await directory.GetAsync($"Users/{ids[1]}"))["active"]!.GetValue<bool>());
        await directory.SendAsync(HttpMethod.Delete, $"Users/{ids[1]}", null, HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.SeeOther, (await steward.PostAsync("/register/sources/scim/ends")).StatusCode);
        Assert.Empty(await directory.GroupsAsync(ids[1]));
    }

    private static async Task<HttpClient> StewardAsync(TestHouse house, string source)
    {
        var person = await house.Town.StaffAsync($"Hoitaja {source}");
        await house.WriteAsync(async db =>
        {
            var assignment = await db.Set<Assignment>().Where(a => a.Person == person).Select(a => a.Id).SingleAsync();
            db.Add(new Authority { Id = AuthorityId.New(), Assignment = assignment, Kind = AuthorityKind.SourceSteward, Scope = source, FromUtc = house.Now.AddDays(-1), UntilUtc = house.Now.AddDays(30) });
            db.Add(new Factor { Person = person, Sealed = [1], ConfirmedAt = house.Now, CreatedAt = house.Now });
        });
        return await house.SignedInAsync(person);
    }
}
