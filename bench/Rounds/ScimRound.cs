using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Server;

namespace Tupa.Bench;

/// <summary>A city's directory fills an empty house: users one by one as Entra ID sends them, users by bulk, and long lists. Says the numbers beside their goals.</summary>
internal sealed class ScimRound(BenchOrder order)
{
    private const int Units = 100;
    private const int Connections = 8;
    private const int InBulk = 500;

    private int Many => order.Quick ? 500 : 5_000;

    public static async Task<int> RunAsync(BenchOrder order, CancellationToken stop)
    {
        // A house of its own, so that the filled ones stay as they are.
        var own = order with { HouseName = $"scim-{order.Database}" };
        if (Directory.Exists(own.HouseFolder)) Directory.Delete(own.HouseFolder, recursive: true);
        Directory.CreateDirectory(own.HouseFolder);
        await using var postgres = own.Postgres ? await PostgresServer.StartAsync(own.HouseFolder, stop) : null;
        await using var server = await ServerProcess.ServeAsync(own, postgres?.Address, stop);
        using var client = ClosedLoop.Client(new(server.Address, "/scim/v2/"));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync(own, postgres?.Address, stop));
        await new ScimRound(own).MeasureAsync(client, stop);
        return 0;
    }

    private async Task MeasureAsync(HttpClient client, CancellationToken stop)
    {
        await EachAsync(client, "warm", 50, stop);
        Say("200 users, one by one, at 8 connections", await EachAsync(client, "some", 200, stop), 3_000);
        Say($"{Many} users, one by one, at 8 connections", await EachAsync(client, "many", Many, stop), 60_000);
        Say($"{Many} users by bulk", await BulkAsync(client, Many, stop), 60_000);

        var lists = new List<double>();
        for (var i = 0; i < 12; i++) lists.Add(await TimedAsync(() => GetAsync(client, "Users?count=1000", stop)));
        Say("a list of up to 1,000 users, the middle one of 9", lists.Skip(3).Order().ElementAt(4), 150);
        Say("a user by user name, the middle one of 9", (await AllAsync(client, "Users?filter=" + Uri.EscapeDataString("userName eq \"many7@kuusisalmi.fi\""), stop)).Order().ElementAt(4), 20);
    }

    private static void Say(string what, double took, double goal) =>
        Round.Say(string.Create(CultureInfo.InvariantCulture, $"{what}: {took:0} ms (at most {goal:0}: {(took <= goal ? "met" : "NOT MET")})"));

    private static async Task<double> EachAsync(HttpClient client, string name, int many, CancellationToken stop)
    {
        var next = -1;
        return await TimedAsync(() => Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) < many;) await SendAsync(client, "Users", User($"{name}{n}", n), 201, stop);
        })));
    }

    private static Task<double> BulkAsync(HttpClient client, int many, CancellationToken stop) => TimedAsync(async () =>
    {
        for (var done = 0; done < many; done += InBulk)
        {
            var operations = Enumerable.Range(done, Math.Min(InBulk, many - done)).Select(n => $$"""{"method":"POST","path":"/Users","bulkId":"b{{n}}","data":{{User($"bulk{n}", n)}}}""");
            var body = $$"""{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[{{string.Join(',', operations)}}]}""";
            using var answer = JsonDocument.Parse(await SendAsync(client, "Bulk", body, 200, stop));
            if (answer.RootElement.GetProperty("Operations").EnumerateArray().Any(o => o.GetProperty("status").GetString() != "201")) throw new InvalidOperationException("A user was refused");
        }
    });

    private static async Task<IReadOnlyList<double>> AllAsync(HttpClient client, string path, CancellationToken stop)
    {
        var took = new List<double>();
        for (var i = 0; i < 12; i++) took.Add(await TimedAsync(() => GetAsync(client, path, stop)));
        return took[3..];
    }

    private static async Task<double> TimedAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task GetAsync(HttpClient client, string path, CancellationToken stop)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), stop);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync(stop);
    }

    private static async Task<string> SendAsync(HttpClient client, string path, string body, int expected, CancellationToken stop)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/scim+json");
        while (true)
        {
            using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, stop);
            var text = await answer.Content.ReadAsStringAsync(stop);
            if ((int)answer.StatusCode == expected) return text;
            if ((int)answer.StatusCode != 429) throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");

            // As a directory would: told to wait, it waits.
            await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), stop);
        }
    }

    private static string User(string name, int n) => $$"""
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"externalId":"{{name}}-{{Guid.CreateVersion7()}}","userName":"{{name}}@kuusisalmi.fi","active":true,"title":"Asiantuntija",
         "name":{"givenName":"Etu{{n % 211}}","familyName":"Suku{{n % 997}}"},"displayName":"Etu{{n % 211}} Suku{{n % 997}}","emails":[{"type":"work","primary":true,"value":"{{name}}@kuusisalmi.fi"}],
         "phoneNumbers":[{"type":"mobile","value":"+3584012{{n:00000}}"}],"addresses":[{"type":"work","streetAddress":"Katu {{n % 90}}","postalCode":"21200","locality":"Kuusisalmi"}],
         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Yksikkö {{n % Units}}","employeeNumber":"{{n}}"} }
        """;

    /// <summary>The city and its units as rows, and a key.</summary>
    private static async Task<string> KeyAsync(BenchOrder order, string? database, CancellationToken stop)
    {
        await using var services = Composition.Services(Settings.Read([new("Tupa:Folder", order.HouseFolder), new("Tupa:Database", database ?? "")])).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var (db, now, secret) = (scope.ServiceProvider.GetRequiredService<TupaDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow(), ScimKey.NewSecret());
        await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync<bool>(() =>
        {
            var city = Unit(UnitKind.City, "Kuusisalmen kaupunki", null);
            var units = Enumerable.Range(0, Units).Select(n => Unit(UnitKind.Unit, $"Yksikkö {n}", city.Id)).Prepend(city).ToList();
            db.AddRange(units.Select(u => new Group { Id = u.Group, Kind = GroupKind.Unit, NameFi = u.NameFi, NameSv = u.NameSv }));
            db.AddRange(units);
            db.Add(new ScimKey { Id = ScimKeyId.New(), Name = "bench", TokenHash = ScimKey.Hash(secret), CreatedAt = now, UntilUtc = now.AddDays(1) });
            return Task.FromResult(true);
        }, stop);
        return secret;
    }

    private static Unit Unit(UnitKind kind, string name, UnitId? parent) =>
        new() { Id = UnitId.New(), Kind = kind, NameFi = name, NameSv = name, Parent = parent, Group = GroupId.New() };
}
