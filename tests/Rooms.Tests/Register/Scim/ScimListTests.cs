using System.Data.Common;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Lists of the directory's users: filters, order, pages, and what is wanted of each.</summary>
public sealed class ScimListTests
{
    private static readonly string[] Names = ["Äijälä", "Ahonen", "Zetterberg", "Öhman", "mäkelä", "Mäkinen", "Aalto", "Berg"];

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Any_filter_finds_in_the_database_what_it_finds_in_memory(string database)
    {
        await using var directory = await FilledAsync(database);
        await using var scope = directory.House.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<ScimUserQueries>();
        var all = (await users.ListAsync(Listing(null), "", default)).Page!.Resources;
        Assert.Equal(Names.Length, all.Count);

        var filters = new RandomFilters(seed: database.Length);
        var some = 0;
        for (var i = 0; i < 400; i++)
        {
            var filter = filters.Next();
            var (page, error) = await users.ListAsync(Listing(filter), "", default);
            Assert.Null(error);
            var found = page!.Resources.Select(Id).Order().ToList();
            Assert.True(all.Where(u => filter.Matches(u, ScimSchema.User)).Select(Id).Order().SequenceEqual(found), filter.ToString());
            Assert.Equal(found.Count, page.Total);
            if (found.Count is > 0 and < 8) some++;
        }

        Assert.True(some > 40, $"Only {some} filters told people apart");
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_list_comes_in_pages_and_in_the_order_of_the_Finnish_alphabet(string database)
    {
        await using var directory = await FilledAsync(database);
        var first = await directory.GetAsync("Users?sortBy=name.familyName&startIndex=1&count=3");
        var second = await directory.GetAsync("Users?sortBy=name.familyName&startIndex=4&count=100");
        var down = await directory.GetAsync("Users?sortBy=name.familyName&sortOrder=descending&count=2");

        Assert.Equal(["Aalto", "Ahonen", "Berg", "mäkelä", "Mäkinen", "Zetterberg", "Äijälä", "Öhman"], Families(first).Concat(Families(second)));
        Assert.Equal(["Öhman", "Äijälä"], Families(down));
        Assert.Equal((8, 1, 3), (Number(first, "totalResults"), Number(first, "startIndex"), Number(first, "itemsPerPage")));
        Assert.Equal((8, 4, 5), (Number(second, "totalResults"), Number(second, "startIndex"), Number(second, "itemsPerPage")));

        var created = await directory.GetAsync("Users?sortBy=meta.created&sortOrder=descending&count=1");
        Assert.Equal("Berg", Families(created).Single());
        Assert.Equal((8, 0), await CountsAsync("Users?count=0"));
        Assert.Equal((8, 0), await CountsAsync("Users?count=-5"));
        Assert.Equal((8, 0), await CountsAsync("Users?startIndex=99"));
        Assert.Equal((8, 8), await CountsAsync("Users?startIndex=-3&count=99999"));
        Assert.Equal((2, 1), await CountsAsync($"Users?count=1&filter={Uri.EscapeDataString("name.familyName sw \"m\"")}"));

        async Task<(int, int)> CountsAsync(string path)
        {
            var list = await directory.GetAsync(path);
            return (Number(list, "totalResults"), list["Resources"]!.AsArray().Count);
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_search_is_a_list_that_is_asked_for_in_a_body_and_what_is_wanted_is_what_comes(string database)
    {
        await using var directory = await FilledAsync(database);
        var found = await directory.SendAsync(HttpMethod.Post, "Users/.search", """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"name.familyName eq \"öhman\"","attributes":["userName"],"count":5}
            """, HttpStatusCode.OK);
        var only = found["Resources"]!.AsArray().Single()!.AsObject();
        Assert.Equal(["id", "schemas", "userName"], only.Select(p => p.Key).Order());

        var without = (await directory.GetAsync("Users?count=1&excludedAttributes=name,emails"))["Resources"]![0]!.AsObject();
        Assert.Null(without["name"]);
        Assert.NotNull(without["userName"]);
        var one = await directory.GetAsync($"Users/{CityDirectory.Text(only, "id")}?attributes=name.familyName");
        Assert.Equal("Öhman", one["name"]!["familyName"]!.GetValue<string>());
        Assert.Null(one["name"]!["givenName"]);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_cannot_be_read_is_said_with_its_kind(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        Assert.Equal("invalidFilter", await TypeAsync("Users?filter=userName"));
        Assert.Equal("invalidFilter", await TypeAsync($"Users?filter={Uri.EscapeDataString("active gt true")}"));
        Assert.Equal("invalidFilter", await TypeAsync("Groups?filter=(("));
        Assert.Equal("invalidPath", await TypeAsync("Users?sortBy=a.b.c"));
        Assert.Equal("invalidPath", await TypeAsync("Users?attributes=a..b"));
        await directory.GetAsync($"Users/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
        await directory.GetAsync("Users/ei-tunniste", HttpStatusCode.NotFound);
        await directory.GetAsync("Nothing", HttpStatusCode.NotFound);
        await directory.SendAsync(HttpMethod.Put, "Users", "{}", HttpStatusCode.NotFound);
        Assert.Equal("invalidSyntax", CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Users", "[]", HttpStatusCode.BadRequest), "scimType"));
        Assert.Equal("invalidValue", CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Users", "{}", HttpStatusCode.BadRequest), "scimType"));
        await directory.SendAsync(HttpMethod.Post, "Users", CityDirectory.User("a", more: $"\"title\":\"{new string('x', ScimBody.Most)}\""), HttpStatusCode.RequestEntityTooLarge);

        async Task<string> TypeAsync(string path)
        {
            var error = await directory.GetAsync(path, HttpStatusCode.BadRequest);
            Assert.Equal(["400", "urn:ietf:params:scim:api:messages:2.0:Error"], [CityDirectory.Text(error, "status"), error["schemas"]![0]!.GetValue<string>()]);
            Assert.NotEmpty(CityDirectory.Text(error, "detail"));
            return CityDirectory.Text(error, "scimType");
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_list_costs_as_many_statements_for_eight_as_for_one(string database)
    {
        await using var directory = await FilledAsync(database);
        await directory.GetAsync("Users?count=1");
        Assert.Equal(3, await directory.House.Statements.DuringAsync(() => directory.GetAsync("Users?count=1")));
        Assert.Equal(3, await directory.House.Statements.DuringAsync(() => directory.GetAsync("Users?count=100")));
    }

    [Fact]
    public async Task A_list_and_a_new_user_cost_what_they_are_and_not_what_the_directory_holds()
    {
        await using var directory = await FilledAsync("sqlite");
        var listed = await directory.House.Statements.KeptDuringAsync(() => directory.GetAsync("Users?count=2"));
        var made = await directory.House.Statements.KeptDuringAsync(() => directory.MakeAsync(CityDirectory.User("uusi", more: "\"externalId\":\"k-uusi\"")));
        Assert.True((listed.Count, made.Count) is (3, > 20));

        var growing = new HashSet<string>(["register_assignments", "register_cards_a", "register_people", "register_scim_users", "register_source_records"], StringComparer.Ordinal);
        Assert.Empty(await FaultsAsync(listed, growing.Append("register_units").ToHashSet(StringComparer.Ordinal)));
        Assert.Empty(await FaultsAsync(made, growing));

        // All of the directory is a part of an index; only a list may go through that, and that to find its page.
        Assert.DoesNotContain(await PlansAsync(made), l => l.Contains("(source=? AND feed=?)", StringComparison.Ordinal) || l.Contains("end_asked_at", StringComparison.Ordinal));

        Task<List<string>> FaultsAsync(IReadOnlyList<SentStatement> sent, HashSet<string> large) => EachAsync(sent, (connection, statement) => SqlitePlan.FaultsAsync(connection, statement, large));

        Task<List<string>> PlansAsync(IReadOnlyList<SentStatement> sent) => EachAsync(sent, async (connection, statement) => await GrowingTables.LinesAsync(connection, "explain query plan ", statement));

        Task<List<string>> EachAsync(IReadOnlyList<SentStatement> sent, Func<DbConnection, SentStatement, Task<IReadOnlyList<string>>> ask) => directory.House.ReadAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var lines = new List<string>();
            foreach (var statement in sent) lines.AddRange(await ask(db.Database.GetDbConnection(), statement));
            return lines;
        });
    }

    private static async Task<CityDirectory> FilledAsync(string database)
    {
        var directory = await CityDirectory.OpenAsync(database);
        for (var i = 0; i < Names.Length; i++)
        {
            directory.House.Clock.Move(TimeSpan.FromSeconds(1));
            var mail = $"\"emails\":[{{\"value\":\"Nimi{i}@kuusisalmi.fi\",\"type\":\"work\"}}]";
            var place = $"\"{ScimSchema.EnterpriseUrn}\":{{\"department\":\"{(i % 3 == 0 ? "Kirjasto" : "Tuntematon")}\"}}";
            var phone = "\"phoneNumbers\":[{\"value\":\"+358401234567\",\"type\":\"mobile\"}]";
            var address = "\"addresses\":[{\"type\":\"work\",\"locality\":\"Raisio\",\"streetAddress\":\"Katu 1\"}]";
            var more = string.Join(',', new[] { i % 2 == 0 ? mail : null, i % 3 == 1 ? phone : null, i % 4 == 2 ? address : null, i % 4 == 3 ? "\"active\":false" : null, i % 5 < 3 ? place : null, $"\"externalId\":\"k-{i}\"" }.OfType<string>());
            await directory.MakeAsync(CityDirectory.User(i % 2 == 0 ? $"Aino{i}" : $"mäki{i}", i % 2 == 0 ? "Aino" : "Äijä", Names[i], more));
        }

        return directory;
    }

    private static ScimListing Listing(ScimFilter? filter) => new(filter, null, false, 1, ScimListing.MostCount, ScimChoice.All);

    private static string Id(JsonObject user) => CityDirectory.Text(user, "id");

    private static int Number(JsonObject list, string name) => list[name]!.GetValue<int>();

    private static IEnumerable<string> Families(JsonObject list) => list["Resources"]!.AsArray().Select(u => u!["name"]!["familyName"]!.GetValue<string>());
}
