using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>The city's directory, at the front door of a house: it shows its key, and speaks SCIM.</summary>
internal sealed class CityDirectory(TestHouse house, HttpClient client) : IAsyncDisposable
{
    public TestHouse House => house;

    public HttpClient Client => client;

    /// <summary>A house with a city, a library and a museum, and the directory at its door.</summary>
    public static async Task<CityDirectory> OpenAsync(string database)
    {
        var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var city = await house.Town.CityAsync();
        await house.Town.UnitAsync("Kirjasto", UnitKind.Unit, city);
        await house.Town.UnitAsync("Museo", UnitKind.Unit, city);
        return new(house, await AtDoorAsync(house));
    }

    /// <summary>A client with a key that lasts until tomorrow.</summary>
    public static async Task<HttpClient> AtDoorAsync(TestHouse house, DateTime? until = null)
    {
        var secret = ScimKey.NewSecret();
        await house.WriteAsync(db =>
        {
            db.Add(new ScimKey { Id = ScimKeyId.New(), Name = "Entra ID", TokenHash = ScimKey.Hash(secret), CreatedAt = house.Now, UntilUtc = until ?? house.Now.AddDays(1) });
            return Task.CompletedTask;
        });
#pragma warning disable CA2000 // The client owns its handler.
        var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new(house.Address, "/scim/v2/") };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    public static string User(string userName, string given = "Aino", string family = "Mäkelä", string more = "") => $$"""
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"{{userName}}","name":{"givenName":"{{given}}","familyName":"{{family}}"}{{(more.Length > 0 ? "," + more : "")}} }
        """;

    public static string Group(string name, params string[] members) => $$"""
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"{{name}}","members":[{{string.Join(',', members.Select(m => $$"""{"value":"{{m}}"}"""))}}]}
        """;

    public static string Patch(params string[] operations) =>
        $$"""{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{{string.Join(',', operations)}}]}""";

    /// <summary>Sends it and expects the status; returns the body, empty where there is none.</summary>
    public async Task<JsonObject> SendAsync(HttpMethod method, string path, string? body, HttpStatusCode expected, string? ifMatch = null)
    {
        using var answer = await AnswerAsync(method, path, body, ifMatch);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{method} {path} answered {(int)answer.StatusCode}: {text}");
        if (text.Length == 0) return [];

        Assert.Equal("application/scim+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(text)!.AsObject();
    }

    public Task<HttpResponseMessage> AnswerAsync(HttpMethod method, string path, string? body = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/scim+json");
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    public Task<JsonObject> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync(HttpMethod.Get, path, null, expected);

    /// <summary>Makes a user; returns its id.</summary>
    public async Task<string> MakeAsync(string user) => Text(await SendAsync(HttpMethod.Post, "Users", user, HttpStatusCode.Created), "id");

    public Task<JsonObject> PatchAsync(string path, params string[] operations) => SendAsync(HttpMethod.Patch, path, Patch(operations), path.StartsWith("Users", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.NoContent);

    /// <summary>The ids that a filter finds.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string place, string filter) =>
        [.. (await GetAsync($"{place}?filter={Uri.EscapeDataString(filter)}"))["Resources"]!.AsArray().Select(r => Text(r!.AsObject(), "id"))];

    public static string Text(JsonObject there, string name) => there[name]!.GetValue<string>();

    /// <summary>The person behind a user.</summary>
    public Task<PersonId> PersonAsync(string id) => house.ReadAsync(db =>
        db.Set<SourceRecord>().Where(r => r.Id == new SourceRecordId(Guid.Parse(id))).Select(r => r.Person!.Value).SingleAsync());

    /// <summary>Names of the groups the person is in now.</summary>
    public Task<List<string>> GroupsAsync(string id) => house.ReadAsync(async db =>
    {
        var (person, now) = (await PersonAsync(id), house.Now);
        return await db.Set<GroupMember>().Where(m => m.Person == person && m.FromUtc <= now && now < m.UntilUtc)
            .Join(db.Set<Group>(), m => m.Group, g => g.Id, (_, g) => g.NameFi).Distinct().OrderBy(n => n).ToListAsync();
    });

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await house.DisposeAsync();
    }
}
