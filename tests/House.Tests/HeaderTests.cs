namespace Tupa.Tests;

/// <summary>Every answer tells the browser to be careful, and pages of a person are kept by nobody.</summary>
public sealed class HeaderTests
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    [Fact]
    public async Task Every_route_answers_with_the_headers_of_the_house()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await RouteTown.BuildAsync(house);
        using var visitor = house.Visitor();
        using var staff = await house.SignedInAsync(town.Staff);
        var faults = new List<string>();

        foreach (var route in RouteList.Of(house).Where(r => r.Method == "GET" && !r.HasParameters))
        {
            foreach (var (client, who) in new[] { (visitor, "a visitor"), (staff, "staff") })
            {
                using var answer = await client.GetAsync(route.Pattern, HttpCompletionOption.ResponseHeadersRead);
                faults.AddRange(Missing(answer).Select(m => $"{route.Pattern} for {who}: {m}"));
                if (who == "staff" && route.Who != "impersonal" && answer.Headers.CacheControl?.NoStore != true)
                    faults.Add($"{route.Pattern} for {who}: may be kept ({answer.Headers.CacheControl})");
            }
        }

        Assert.Empty(faults);
    }

    private static IEnumerable<string> Missing(HttpResponseMessage answer)
    {
        foreach (var (name, value) in Always)
        {
            if (Of(answer, name) != value) yield return $"{name} is \"{Of(answer, name)}\"";
        }

        var policy = Of(answer, "Content-Security-Policy");
        if (!policy.StartsWith("default-src 'none'; script-src 'self';", StringComparison.Ordinal)) yield return $"Content-Security-Policy is \"{policy}\"";
        if (policy.Contains("unsafe", StringComparison.Ordinal) || policy.Contains("http", StringComparison.Ordinal)) yield return $"Content-Security-Policy is lax: \"{policy}\"";
        if (!policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal)) yield return "may be framed";
        if (Of(answer, "Permissions-Policy").Length == 0) yield return "no Permissions-Policy";
        if (Of(answer, "Server").Length > 0 && Of(answer, "Server") != "Kestrel") yield return "says what it is";
    }

    private static string Of(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
}
