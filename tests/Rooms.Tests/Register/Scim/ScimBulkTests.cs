using System.Net;
using System.Text.Json.Nodes;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>/scim/v2/Bulk</summary>
public sealed class ScimBulkTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Many_are_made_at_once_and_what_refers_to_one_made_later_waits_for_it(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var operations = new List<string> { Make("Groups", "g", """{"displayName":"Kuoro","members":[{"value":"bulkId:u0"},{"value":"bulkId:u59"}]}""") };
        for (var i = 0; i < 60; i++) operations.Add(Make("Users", $"u{i}", CityDirectory.User($"joku{i}", "Joku", $"Jokunen{i}")));
        operations.Add("""{"method":"PATCH","path":"/Users/bulkId:u3","data":{"Operations":[{"op":"replace","path":"name.givenName","value":"Uusi"}]}}""");
        var done = await BulkAsync(directory, operations);

        Assert.Equal(62, done.Count);
        Assert.All(done, o => Assert.Contains(Text(o, "status"), new[] { "201", "200" }));
        Assert.All(done, o => Assert.StartsWith($"{directory.House.Address}scim/v2/", Text(o, "location"), StringComparison.Ordinal));
        Assert.All(done, o => Assert.StartsWith("W/", Text(o, "version"), StringComparison.Ordinal));
        Assert.Equal(60, (await directory.GetAsync("Users?count=0"))["totalResults"]!.GetValue<int>());
        Assert.Equal(2, (await directory.GetAsync("Groups"))["Resources"]![0]!["members"]!.AsArray().Count);
        Assert.Single(await directory.FindAsync("Users", "name.givenName eq \"Uusi\""));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_that_is_refused_hinders_no_other_until_too_many_are(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        string[] operations =
        [
            Make("Users", "1", CityDirectory.User("aino")), Make("Users", "2", CityDirectory.User("AINO")), Make("Users", "3", "{}"), Make("Users", "4", CityDirectory.User("eero")),
            """{"method":"POST","path":"/Users","data":{}}""", $$"""{"method":"DELETE","path":"/Users/{{Guid.CreateVersion7()}}"}""",
            Make("Groups", "5", """{"displayName":"Kuoro","members":[{"value":"bulkId:nobody"}]}"""), Make("Groups", "6", """{"displayName":"Orkesteri","members":[{"value":"bulkId:4"}]}"""),
        ];
        var done = await BulkAsync(directory, operations);
        Assert.Equal(["201", "409", "400", "201", "400", "404", "400", "201"], done.Select(o => Text(o, "status")));
        Assert.Equal(("uniqueness", "2"), (done[1]!["response"]!["scimType"]!.GetValue<string>(), Text(done[1], "bulkId")));

        string[] more =
        [
            Make("Users", "a", CityDirectory.User("siiri")), Make("Users", "b", CityDirectory.User("eero")), Make("Users", "c", CityDirectory.User("sami")),
            Make("Users", "d", CityDirectory.User("aino")), Make("Users", "e", CityDirectory.User("uuno")), """{"method":"DELETE","path":"/Users/x"}""",
        ];
        var some = await BulkAsync(directory, more, failOnErrors: 2);
        Assert.Equal(["201", "409", "201", "409"], some.Select(o => Text(o, "status")));
        Assert.Empty(await directory.FindAsync("Users", "userName eq \"uuno\""));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Versions_hold_in_a_bulk_too_and_it_is_bounded(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var made = await BulkAsync(directory, [Make("Users", "1", CityDirectory.User("aino"))]);
        var (id, version) = (Text(made[0], "location").Split('/')[^1], Text(made[0], "version").Replace("\"", "\\\"", StringComparison.Ordinal));
        var change = $$"""{"method":"PUT","path":"/Users/{{id}}","version":"{{version}}","data":{{CityDirectory.User("aino", "Aini")}} }""";
        Assert.Equal(["200", "412"], (await BulkAsync(directory, [change, change])).Select(o => Text(o, "status")));

        var many = string.Join(',', Enumerable.Repeat("""{"method":"DELETE","path":"/Users/x"}""", ScimBulk.MostOperations + 1));
        await directory.SendAsync(HttpMethod.Post, "Bulk", $$"""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[{{many}}]}""", HttpStatusCode.RequestEntityTooLarge);
        await directory.SendAsync(HttpMethod.Post, "Bulk", """{"Operations":[]}""", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_set_of_users_is_made_in_as_many_statements_as_one()
    {
        await using var directory = await CityDirectory.OpenAsync("sqlite");
        await BulkAsync(directory, [Make("Users", "a", CityDirectory.User("aino"))]);
        var one = await directory.House.Statements.DuringAsync(() => BulkAsync(directory, [Make("Users", "x", CityDirectory.User("joku", "Joku", "Jokunen"))]));
        var many = await directory.House.Statements.DuringAsync(() => BulkAsync(directory, [.. Enumerable.Range(0, 20).Select(i => Make("Users", $"u{i}", CityDirectory.User($"nimi{i}", "Nimi", $"Niminen{i}")))]));

        // Rows are put down a statement each on this database; what is asked does not grow.
        Assert.True(many < one * 20 * 0.8, $"{one} for one, {many} for twenty");
    }

    private static string Make(string place, string bulkId, string data) => $$"""{"method":"POST","path":"/{{place}}","bulkId":"{{bulkId}}","data":{{data}} }""";

    private static async Task<JsonArray> BulkAsync(CityDirectory directory, IEnumerable<string> operations, int failOnErrors = 0) =>
        (await directory.SendAsync(HttpMethod.Post, "Bulk", $$"""
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"failOnErrors":{{failOnErrors}},"Operations":[{{string.Join(',', operations)}}]}
            """, HttpStatusCode.OK))["Operations"]!.AsArray();

    private static string Text(JsonNode? there, string name) => there![name]!.GetValue<string>();
}
