using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>/scim/v2/Groups</summary>
public sealed class ScimGroupTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Members_are_in_by_their_assignment_and_go_with_it(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        for (var i = 0; i < 10; i++) await directory.MakeAsync(CityDirectory.User($"joku{i}"));
        var (a, b) = (await directory.MakeAsync(CityDirectory.User("aino")), await directory.MakeAsync(CityDirectory.User("eero")));
        var group = await directory.SendAsync(HttpMethod.Post, "Groups", CityDirectory.Group("Kuoro", a, b), HttpStatusCode.Created);
        Assert.Equal(2, group["members"]!.AsArray().Count);
        Assert.Contains("Kuoro", await directory.GroupsAsync(a));

        await directory.SendAsync(HttpMethod.Delete, $"Users/{a}", null, HttpStatusCode.NoContent);
        Assert.Empty(await directory.GroupsAsync(a));
        var left = await directory.GetAsync($"Groups/{CityDirectory.Text(group, "id")}");
        Assert.Equal(b, left["members"]!.AsArray().Single()!["value"]!.GetValue<string>());
        Assert.NotEqual(group["meta"]!["version"]!.GetValue<string>(), left["meta"]!["version"]!.GetValue<string>());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_group_is_replaced_deleted_and_comes_back(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var (a, b) = (await directory.MakeAsync(CityDirectory.User("aino")), await directory.MakeAsync(CityDirectory.User("eero")));
        var said = $$"""{"displayName":"Kuoro","externalId":"G-1","members":[{"value":"{{a}}"}]}""";
        var id = CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Groups", said, HttpStatusCode.Created), "id");
        Assert.Equal("scim:G-1", await directory.House.ReadAsync(db => db.Set<Group>().Where(g => g.NameFi == "Kuoro").Select(g => g.Code).SingleAsync()));

        var put = await directory.SendAsync(HttpMethod.Put, $"Groups/{id}", CityDirectory.Group("Orkesteri", b), HttpStatusCode.OK);
        Assert.Equal("Orkesteri", CityDirectory.Text(put, "displayName"));
        Assert.DoesNotContain("Orkesteri", await directory.GroupsAsync(a));
        Assert.Contains("Orkesteri", await directory.GroupsAsync(b));

        await directory.SendAsync(HttpMethod.Put, $"Groups/{id}", said, HttpStatusCode.OK);
        await directory.SendAsync(HttpMethod.Delete, $"Groups/{id}", null, HttpStatusCode.NoContent);
        await directory.GetAsync($"Groups/{id}", HttpStatusCode.NotFound);
        Assert.DoesNotContain("Kuoro", await directory.GroupsAsync(a));
        Assert.Empty(await directory.FindAsync("Groups", "displayName eq \"Kuoro\""));

        Assert.Equal(id, CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Groups", said, HttpStatusCode.Created), "id"));
        Assert.Contains("Kuoro", await directory.GroupsAsync(a));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Names_and_keys_are_given_once_and_members_are_users_of_the_directory(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Groups", """{"displayName":"Kuoro","externalId":"G-1"}""", HttpStatusCode.Created), "id");
        Assert.Equal("uniqueness", await TypeAsync("""{"displayName":"KUORO"}""", HttpStatusCode.Conflict));
        Assert.Equal("uniqueness", await TypeAsync("""{"displayName":"Muu","externalId":"G-1"}""", HttpStatusCode.Conflict));
        Assert.Equal("invalidValue", await TypeAsync("{}", HttpStatusCode.BadRequest));
        Assert.Equal("invalidValue", await TypeAsync(CityDirectory.Group("Muu", $"{Guid.CreateVersion7()}"), HttpStatusCode.BadRequest));
        Assert.Equal("invalidValue", await TypeAsync("""{"displayName":"Muu","members":[{"value":"ei-kukaan"}]}""", HttpStatusCode.BadRequest));
        Assert.Equal("invalidValue", await TypeAsync($$"""{"displayName":"Muu","members":[{"value":"{{id}}","type":"Group"}]}""", HttpStatusCode.BadRequest));
        Assert.Single((await directory.GetAsync("Groups"))["Resources"]!.AsArray());

        async Task<string> TypeAsync(string group, HttpStatusCode status) => CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Groups", group, status), "scimType");
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_space_may_take_a_group_of_the_directory_among_its_members(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = await directory.MakeAsync(CityDirectory.User("aino"));
        var group = CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Groups", CityDirectory.Group("Kuoro", id), HttpStatusCode.Created), "id");
        var (steward, other) = (await directory.House.Town.StaffAsync("Sami Hautakangas"), await directory.House.Town.GroupAsync("Kuorokerho", GroupKind.HandMade));
        var offered = await directory.House.InAsync((GroupQueries groups) => groups.OfferedAsync("kuor", Actor.Of(steward), 10));
        Assert.Equal([group], offered.Select(g => g.Id.ToString()));
        Assert.DoesNotContain(offered, g => g.Id == other);

        var space = await directory.House.Town.SpaceAsync("Kuorotila", Confidentiality.Members, steward);
        await directory.House.Town.IncludeAsync(space.Members, new(Guid.Parse(group)), SpaceRole.Contributor);
        Assert.True(await InAsync());
        await directory.PatchAsync($"Groups/{group}", """{"op":"remove","path":"members"}""");
        Assert.False(await InAsync());

        async Task<bool> InAsync()
        {
            var person = await directory.PersonAsync(id);
            return await directory.House.ReadAsync(db => db.Set<Membership>().AnyAsync(m => m.Group == space.Members && m.Person == person && m.FromUtc <= directory.House.Now && directory.House.Now < m.UntilUtc));
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Groups_are_found_by_their_members_too(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var (a, b) = (await directory.MakeAsync(CityDirectory.User("aino")), await directory.MakeAsync(CityDirectory.User("eero")));
        var one = CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Groups", CityDirectory.Group("Kuoro", a, b), HttpStatusCode.Created), "id");
        var two = CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Groups", CityDirectory.Group("Orkesteri", b), HttpStatusCode.Created), "id");

        Assert.Equal([one], await directory.FindAsync("Groups", $"members eq \"{a}\""));
        Assert.Equal([one, two], (await directory.FindAsync("Groups", $"members[value eq \"{b}\"]")).Order());
        Assert.Equal([two], await directory.FindAsync("Groups", $"id eq \"{two}\" and members.value eq \"{b}\""));
        Assert.Empty(await directory.FindAsync("Groups", $"id eq \"{two}\" and members.value eq \"{a}\""));
        var sorted = await directory.GetAsync("Groups?sortBy=displayName&sortOrder=descending&excludedAttributes=members");
        Assert.Equal(["Orkesteri", "Kuoro"], sorted["Resources"]!.AsArray().Select(g => g!["displayName"]!.GetValue<string>()));
        Assert.Null(sorted["Resources"]![0]!["members"]);
        var patched = await directory.SendAsync(HttpMethod.Patch, $"Groups/{two}?attributes=displayName", CityDirectory.Patch("""{"op":"replace","path":"displayName","value":"Soittajat"}"""), HttpStatusCode.OK);
        Assert.Equal("Soittajat", CityDirectory.Text(patched, "displayName"));
        await directory.SendAsync(HttpMethod.Patch, $"Groups/{two}", CityDirectory.Patch("""{"op":"remove","path":"members"}"""), HttpStatusCode.PreconditionFailed, "W/\"muu\"");
    }
}
