using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tupa.Tests;

/// <summary>A small OneRoster 1.2 service on a free port of this machine; it can be made to behave badly.</summary>
internal sealed class FakeRoster : IAsyncDisposable
{
    public const string Forbidden = "EI-SAA-LUKEA";
    private const int PageSize = 7;

    private readonly WebApplication _app;

    private FakeRoster(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    /// <summary>Every question that came, with its path.</summary>
    public List<string> Asked { get; } = [];

    public bool TellsTotal { get; set; } = true;

    public bool TellsLinks { get; set; } = true;

    /// <summary>How many more rows it claims than it gives.</summary>
    public int Boast { get; set; }

    /// <summary>Gives a row of the page before again.</summary>
    public bool Slips { get; set; }

    /// <summary>Says this many times that it is busy, and that the token is no longer good.</summary>
    public int Busy { get; set; }

    public int Stale { get; set; }

    /// <summary>Where the links to the next page point.</summary>
    public string? Elsewhere { get; set; }

    public bool Cuts { get; set; }

    public static async Task<FakeRoster> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeRoster(app);
        app.MapPost("/token", (Delegate)fake.TokenAsync);
        app.MapGet("/rostering/v1p2/{collection}", fake.Page);
        await app.StartAsync();
        fake.Address = app.Urls.First();
        return fake;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var expected = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("tupa:salaisuus"))}";
        Asked.Add("token");
        return http.Request.Headers.Authorization == expected && form["grant_type"] == "client_credentials"
            ? Results.Json(new { access_token = $"lupa{Asked.Count(a => a == "token")}", token_type = "bearer", expires_in = 3600 })
            : Results.StatusCode(401);
    }

    private IResult Page(HttpContext http, string collection, int limit, int offset)
    {
        Asked.Add($"{collection}?{http.Request.QueryString.Value}");
        if (Stale-- > 0 || !http.Request.Headers.Authorization.ToString().StartsWith("Bearer lupa", StringComparison.Ordinal)) return Results.StatusCode(401);
        if (Busy-- > 0)
        {
            http.Response.Headers.RetryAfter = "0";
            return Results.StatusCode(503);
        }

        var all = Rows(collection);
        var size = Math.Min(limit, PageSize);
        if (TellsTotal) http.Response.Headers["X-Total-Count"] = $"{all.Count + Boast}";
        if (TellsLinks)
        {
            var address = $"{Elsewhere ?? Address}/rostering/v1p2/{collection}?limit={size}&offset=";
            var next = offset + size < all.Count ? $"<{address}{offset + size}>; rel=\"next\", " : "";
            http.Response.Headers.Link = $"{next}<{address}0>; rel=\"first\"";
        }

        var page = all.Skip(Slips && offset > 0 ? offset - 1 : offset).Take(size).ToList();
        var json = JsonSerializer.Serialize(new Dictionary<string, object> { [collection] = page });
        return Results.Text(Cuts ? json[..^3] : json, "application/json");
    }

    private static List<object> Rows(string collection) => collection switch
    {
        "orgs" => [new { sourcedId = "kaupunki", status = "active", name = "Raisio", type = "district" }, new { sourcedId = "salmi", status = "active", name = "Salmen koulu, \"Salmi\"", type = "school", identifier = "03764", parent = new { sourcedId = "kaupunki", type = "org" } }],
        "classes" => [new { sourcedId = "7b", status = "active", title = "7B", classType = "homeroom", course = new { sourcedId = "k" }, school = new { sourcedId = "salmi" }, terms = new[] { new { sourcedId = "s1" }, new { sourcedId = "s2" } } }],
        "users" =>
        [
            .. Enumerable.Range(1, 30).Select(i => (object)new
            {
                sourcedId = $"h{i}",
                status = i == 30 ? "tobedeleted" : "active",
                enabledUser = true,
                username = $"tunnus{i}",
                givenName = "Aino",
                familyName = "Mäkelä",
                email = $"h{i}@edu.example.fi",
                password = Forbidden,
                phone = Forbidden,
                demographics = new { birthDate = Forbidden },
                agents = new[] { new { sourcedId = Forbidden } },
                roles = new[] { new { roleType = "primary", role = i == 1 ? "teacher" : "student", beginDate = "2025-08-08", endDate = "2026-06-01", org = new { sourcedId = "salmi", type = "org" } } },
            }),
        ],
        "enrollments" => [.. Enumerable.Range(1, 29).Select(i => (object)new { sourcedId = $"e{i}", status = "active", role = "student", primary = false, @class = new { sourcedId = "7b" }, school = new { sourcedId = "salmi" }, user = new { sourcedId = $"h{i}" } })],
        _ => [],
    };
}
