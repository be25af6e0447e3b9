using System.Net;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>What Entra ID does in its own way, each once.</summary>
public sealed class EntraTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Verbs_have_capitals_and_truth_is_text(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = await directory.MakeAsync(CityDirectory.User("aino"));
        var off = await directory.PatchAsync($"Users/{id}", """{"op":"Replace","path":"active","value":"False"}""");
        Assert.False(off["active"]!.GetValue<bool>());
        var on = await directory.PatchAsync($"Users/{id}", """{"op":"Add","path":"active","value":"True"}""");
        Assert.True(on["active"]!.GetValue<bool>());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Members_are_removed_by_a_list_of_values(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var (a, b, group) = await ChoirAsync(directory);
        await directory.PatchAsync($"Groups/{group}", $$"""{"op":"Remove","path":"members","value":[{"value":"{{a}}"}]}""");
        Assert.Equal([b], await MembersAsync(directory, group));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Members_are_removed_by_a_filter_in_the_path(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var (a, b, group) = await ChoirAsync(directory);
        await directory.PatchAsync($"Groups/{group}", $$"""{"op":"remove","path":"members[value eq \"{{a}}\"]"}""");
        Assert.Equal([b], await MembersAsync(directory, group));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_replacement_without_a_path_names_attributes_with_dots_and_urns(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = await directory.MakeAsync(CityDirectory.User("aino"));
        var changed = await directory.PatchAsync($"Users/{id}", $$"""
            {"op":"replace","value":{"active":false,"name.givenName":"Aini","name.familyName":"Salo","displayName":"Aini Salo","emails[type eq \"work\"].value":"aini@kuusisalmi.fi",
             "{{ScimSchema.EnterpriseUrn}}:department":"Kirjasto","{{ScimSchema.EnterpriseUrn}}:employeeNumber":"77"} }
            """);
        Assert.Equal(("Aini", "Salo", false), (changed["name"]!["givenName"]!.GetValue<string>(), changed["name"]!["familyName"]!.GetValue<string>(), changed["active"]!.GetValue<bool>()));
        Assert.Equal("aini@kuusisalmi.fi", changed["emails"]![0]!["value"]!.GetValue<string>());
        Assert.Equal("Kirjasto", changed[ScimSchema.EnterpriseUrn]!["department"]!.GetValue<string>());
        Assert.Contains("Kirjasto", await directory.GroupsAsync(id));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Users_are_asked_for_by_user_name_external_id_and_address_and_groups_by_name(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = await directory.MakeAsync(CityDirectory.User("Aino.Makela@kuusisalmi.fi", more: "\"externalId\":\"0a21f0f2-8d2a-4f8e\",\"emails\":[{\"value\":\"aino@kuusisalmi.fi\",\"type\":\"work\"}]"));
        var (_, _, group) = await ChoirAsync(directory);

        Assert.Equal([id], await directory.FindAsync("Users", "userName eq \"aino.makela@KUUSISALMI.fi\""));
        Assert.Equal([id], await directory.FindAsync("Users", "externalId eq \"0a21f0f2-8d2a-4f8e\""));
        Assert.Equal([id], await directory.FindAsync("Users", "emails[type eq \"work\"].value eq \"Aino@kuusisalmi.fi\""));
        Assert.Equal([id], await directory.FindAsync("Users", "userName eq \"aino.makela@kuusisalmi.fi\" and active eq true"));
        Assert.Equal([group], await directory.FindAsync("Groups", "displayName eq \"kuoro\""));
        var list = await directory.GetAsync($"Groups?excludedAttributes=members&filter={Uri.EscapeDataString("displayName eq \"Kuoro\"")}");
        Assert.Null(list["Resources"]![0]!["members"]);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Nobody_found_is_an_empty_list_and_the_test_of_a_connection_asks_for_somebody_at_random(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var nobody = await directory.GetAsync($"Users?filter={Uri.EscapeDataString($"userName eq \"{Guid.CreateVersion7()}\"")}");
        Assert.Equal("urn:ietf:params:scim:api:messages:2.0:ListResponse", nobody["schemas"]![0]!.GetValue<string>());
        Assert.Equal(0, nobody["totalResults"]!.GetValue<int>());
        Assert.Empty(nobody["Resources"]!.AsArray());
        await directory.GetAsync($"Users/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_group_comes_empty_with_a_schema_of_its_own_and_members_with_empty_references(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = await directory.MakeAsync(CityDirectory.User("aino"));
        var group = CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Groups", """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group","http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],
             "externalId":"8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159","displayName":"Henkilöstöryhmä","meta":{"resourceType":"Group"}}
            """, HttpStatusCode.Created), "id");
        using var answer = await directory.AnswerAsync(HttpMethod.Patch, $"Groups/{group}", CityDirectory.Patch($$"""{"op":"Add","path":"members","value":[{"$ref":null,"value":"{{id}}"}]}"""));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal([id], await MembersAsync(directory, group));

        var renamed = CityDirectory.Patch($$"""{"op":"replace","value":{"id":"{{group}}","displayName":"Uusi nimi"} }""");
        await directory.SendAsync(HttpMethod.Patch, $"Groups/{group}", renamed, HttpStatusCode.NoContent);
        var shown = await directory.GetAsync($"Groups/{group}");
        Assert.Equal(("Uusi nimi", "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159"), (CityDirectory.Text(shown, "displayName"), CityDirectory.Text(shown, "externalId")));
        Assert.DoesNotContain(shown["schemas"]!.AsArray(), s => s is null);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Values_come_back_as_they_were_sent(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var made = await directory.SendAsync(HttpMethod.Post, "Users", CityDirectory.User("Aino.MÄKELÄ@Kuusisalmi.fi", "aino", "MÄKELÄ", $$"""
            "externalId":"Aino-1","emails":[{"primary":true,"type":"work","value":"Aino.Makela@Kuusisalmi.fi"}],"{{ScimSchema.EnterpriseUrn}}":{"organization":"Kuusisalmi oy","department":"Kirjasto"}
            """), HttpStatusCode.Created);
        Assert.Equal(("Aino.MÄKELÄ@Kuusisalmi.fi", "Aino-1"), (CityDirectory.Text(made, "userName"), CityDirectory.Text(made, "externalId")));
        Assert.Equal(("aino", "MÄKELÄ", "aino MÄKELÄ"), (made["name"]!["givenName"]!.GetValue<string>(), made["name"]!["familyName"]!.GetValue<string>(), CityDirectory.Text(made, "displayName")));
        Assert.Equal("Aino.Makela@Kuusisalmi.fi", made["emails"]![0]!["value"]!.GetValue<string>());
        Assert.Equal(("Kuusisalmi oy", "Kirjasto"), (made[ScimSchema.EnterpriseUrn]!["organization"]!.GetValue<string>(), made[ScimSchema.EnterpriseUrn]!["department"]!.GetValue<string>()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_deleted_user_is_first_inactive_and_still_read_and_gone_only_when_deleted_for_good(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        for (var i = 0; i < 10; i++) await directory.MakeAsync(CityDirectory.User($"joku{i}"));
        var id = await directory.MakeAsync(CityDirectory.User("aino", more: "\"externalId\":\"K-1\""));
        await directory.PatchAsync($"Users/{id}", """{"op":"Replace","path":"active","value":"False"}""");
        Assert.False((await directory.GetAsync($"Users/{id}"))["active"]!.GetValue<bool>());
        Assert.Equal([id], await directory.FindAsync("Users", "userName eq \"aino\""));
        Assert.Equal([id], await directory.FindAsync("Users", "active eq false"));

        await directory.SendAsync(HttpMethod.Delete, $"Users/{id}", null, HttpStatusCode.NoContent);
        await directory.GetAsync($"Users/{id}", HttpStatusCode.NotFound);
    }

    private static async Task<(string A, string B, string Group)> ChoirAsync(CityDirectory directory)
    {
        var (a, b) = (await directory.MakeAsync(CityDirectory.User("a")), await directory.MakeAsync(CityDirectory.User("b")));
        return (a, b, CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Groups", CityDirectory.Group("Kuoro", a, b), HttpStatusCode.Created), "id"));
    }

    private static async Task<IEnumerable<string>> MembersAsync(CityDirectory directory, string group) =>
        ((await directory.GetAsync($"Groups/{group}"))["members"]?.AsArray() ?? []).Select(m => m!["value"]!.GetValue<string>()).Order();
}
