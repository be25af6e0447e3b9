using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Who comes in at /scim/v2, and what it says of itself.</summary>
public sealed class ScimDoorTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Without_a_key_that_stands_nothing_opens_whatever_else_one_has(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        await directory.MakeAsync(CityDirectory.User("aino"));
        var staff = await directory.House.Town.StaffAsync("Eero Lahti");
        using var session = await directory.House.SignedInAsync(staff);
        using var token = await directory.House.WithTokenAsync(staff, Scopes.PeopleRead, Scopes.MeRead);
        using var nobody = directory.House.Visitor();
        using var late = await CityDirectory.AtDoorAsync(directory.House, directory.House.Now.AddSeconds(-1));
        foreach (var (client, root) in new[] { (session, "/scim/v2/"), (token, "/scim/v2/"), (nobody, "/scim/v2/"), (late, "") })
        {
            foreach (var path in new[] { "Users", "Groups", "Schemas", "ServiceProviderConfig", "Nothing" })
            {
                using var answer = await client.GetAsync(root + path);
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
                Assert.DoesNotContain("aino", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostAsync("/scim/v2/Users", new StringContent(CityDirectory.User("x")))).StatusCode);

        // Its key opens nothing else, and none of its routes is without the door.
        using var elsewhere = directory.House.Visitor();
        elsewhere.DefaultRequestHeaders.Authorization = directory.Client.DefaultRequestHeaders.Authorization;
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/api/v1/me")).StatusCode);
        var routes = directory.House.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("scim", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 20);
        Assert.All(routes, r => Assert.Equal(typeof(ScimDoor), r.Metadata.GetMetadata<ForMachinesAttribute>()?.Door));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_key_ends_on_its_day_and_at_once_when_it_is_ended_and_says_when_it_was_used(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        await directory.GetAsync("Users");
        Assert.Equal(directory.House.Clock.Today(), await directory.House.ReadAsync(db => db.Set<ScimKey>().Select(k => k.LastUsedOn).SingleAsync()));
        directory.House.Clock.Move(TimeSpan.FromHours(23));
        await directory.GetAsync("Users");
        directory.House.Clock.Move(TimeSpan.FromHours(2));
        await directory.GetAsync("Users", HttpStatusCode.Unauthorized);

        using var other = await CityDirectory.AtDoorAsync(directory.House);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("Users")).StatusCode);
        await directory.House.WriteAsync(db => db.Set<ScimKey>().ExecuteDeleteAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("Users")).StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_fast_waits()
    {
        await using var directory = await CityDirectory.OpenAsync("sqlite");
        using var nobody = directory.House.Visitor();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++) answers.Add((await nobody.GetAsync("/scim/v2/Users")).StatusCode);
        Assert.Equal(30, answers.TakeWhile(s => s == HttpStatusCode.Unauthorized).Count());
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        await directory.GetAsync("Users");

        var pace = new ScimPace(directory.House.Clock);
        var key = ScimKeyId.New();
        Assert.Equal(1_000, Enumerable.Range(0, 2_000).TakeWhile(_ => pace.Takes(key)).Count());
        directory.House.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.True(pace.Takes(key));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task It_advertises_what_is_stored_and_no_more(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var config = await directory.GetAsync("ServiceProviderConfig");
        foreach (var ability in new[] { "patch", "bulk", "filter", "sort", "etag" }) Assert.True(config[ability]!["supported"]!.GetValue<bool>());
        Assert.False(config["changePassword"]!["supported"]!.GetValue<bool>());
        Assert.Equal(["User", "Group"], (await directory.GetAsync("ResourceTypes"))["Resources"]!.AsArray().Select(r => r!["name"]!.GetValue<string>()));
        Assert.Equal("/Users", CityDirectory.Text(await directory.GetAsync("ResourceTypes/User"), "endpoint"));

        var schemas = (await directory.GetAsync("Schemas"))["Resources"]!.AsArray();
        Assert.Equal(ScimSchema.Urns.Order(), schemas.Select(s => s!["id"]!.GetValue<string>()).Order());
        Assert.Equal(["active", "addresses", "displayName", "emails", "name", "phoneNumbers", "userName"], Attributes(await directory.GetAsync($"Schemas/{ScimSchema.UserUrn}")));
        Assert.Equal(["department", "organization"], Attributes(await directory.GetAsync($"Schemas/{ScimSchema.EnterpriseUrn}")));
        Assert.Equal(["displayName", "members"], Attributes(await directory.GetAsync($"Schemas/{ScimSchema.GroupUrn}")));
        await directory.GetAsync("Schemas/urn:none", HttpStatusCode.NotFound);
        await directory.GetAsync($"Schemas?filter={Uri.EscapeDataString("id pr")}", HttpStatusCode.Forbidden);

        static IEnumerable<string> Attributes(JsonObject schema) => schema["attributes"]!.AsArray().Select(a => a!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task No_value_of_another_attribute_reaches_the_database(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        const string Secret = "Kielletty77";
        var id = await directory.MakeAsync(CityDirectory.User("aino", more: $$"""
            "nickName":"{{Secret}}a","title":"{{Secret}}b","userType":"{{Secret}}c","locale":"{{Secret}}d","timezone":"{{Secret}}e","password":"{{Secret}}f","profileUrl":"{{Secret}}g",
            "photos":[{"value":"{{Secret}}h"}],"ims":[{"value":"{{Secret}}i"}],"roles":[{"value":"{{Secret}}j"}],"entitlements":[{"value":"{{Secret}}k"}],"x509Certificates":[{"value":"{{Secret}}l"}],
            "emails":[{"value":"{{Secret}}m@koti.example","type":"home"}],"phoneNumbers":[{"value":"{{Secret}}n","type":"home"},{"value":"{{Secret}}o","type":"work"}],
            "addresses":[{"type":"home","streetAddress":"{{Secret}}p"},{"type":"work","streetAddress":"Katu 1","country":"{{Secret}}q","region":"{{Secret}}r"}],
            "{{ScimSchema.EnterpriseUrn}}":{"employeeNumber":"{{Secret}}s","costCenter":"{{Secret}}t","division":"{{Secret}}u","manager":{"value":"{{Secret}}v","displayName":"{{Secret}}x"} },
            "urn:ietf:params:scim:schemas:extension:Custom:2.0:User":{"hetu":"{{Secret}}y"}
            """));
        await directory.PatchAsync($"Users/{id}", $$"""{"op":"add","path":"title","value":"{{Secret}}z"}""", $$"""{"op":"replace","value":{"nickName":"{{Secret}}å","urn:ietf:params:scim:schemas:extension:Custom:2.0:User:hetu":"{{Secret}}ä"} }""");
        await directory.SendAsync(HttpMethod.Put, $"Users/{id}", CityDirectory.User("aino", more: $"\"title\":\"{Secret}ö\""), HttpStatusCode.OK);
        Assert.Empty(await directory.FindAsync("Users", "title pr"));

        Assert.Empty(await Stored.WhereAsync(directory.House, database, Secret));
        Assert.NotEmpty(await Stored.WhereAsync(directory.House, database, "Mäkelä"));
        Assert.DoesNotContain(Secret, (await directory.GetAsync($"Users/{id}")).ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }
}
