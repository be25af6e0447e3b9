using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Programs at the front door.</summary>
internal static class ApiVisitors
{
    /// <summary>A program with a token of the person, until tomorrow.</summary>
    public static async Task<HttpClient> WithTokenAsync(this TestHouse house, PersonId person, params string[] scopes)
    {
        var key = await house.OpenTokenAsync(person, scopes);
        var client = house.Visitor();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Adds a token row and returns its key.</summary>
    public static async Task<string> OpenTokenAsync(this TestHouse house, PersonId person, params string[] scopes)
    {
        await house.OpenSessionAsync(person);
        var key = TokenActions.Prefix + Secrets.New();
        await house.WriteAsync(db =>
        {
            db.Add(new ApiToken
            {
                Id = ApiTokenId.New(),
                Person = person,
                Name = "oma ohjelma",
                TokenHash = Secrets.Hash(key),
                Scopes = string.Join(' ', scopes),
                CreatedAt = house.Now,
                UntilUtc = house.Now.AddDays(1),
            });
            return Task.CompletedTask;
        });
        return key;
    }

    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static Task<HttpResponseMessage> PublishAsync(this HttpClient client, SpaceId space, Guid id, string title, string body = "Teksti") =>
        client.PostAsJsonAsync($"/api/v1/spaces/{space}/posts", new { id, title, body });
}
