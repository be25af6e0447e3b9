using System.Text.RegularExpressions;

namespace Tupa.Tests;

/// <summary>
/// Absent equals forbidden (DESIGN, law 1): what is there and not for the one who asks is answered as what never was, on every route
/// with an id: the same status, the same headers with the same values, as many bytes, as many statements.
/// </summary>
public sealed partial class AbsentTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_not_for_the_one_who_asks_is_answered_as_what_never_was(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await HiddenTown.BuildAsync(house);
        var routes = RouteList.Of(house).Where(r => r.Pattern.Contains("guid}", StringComparison.Ordinal) && r.Who != "impersonal").ToList();
        Assert.True(routes.Count > 70, "The routes of the house were not found");
        var faults = new List<string>();

        foreach (var (who, person) in town.Visitors)
        {
            using var client = await house.SignedInAsync(person);
            foreach (var route in routes)
            {
                foreach (var (name, id) in town.Of(route))
                {
                    // The first refusal of a person makes the name under which the log knows them, and the first visit touches the session.
                    var never = await AskAsync(house, client, route, name, Guid.CreateVersion7(), town);
                    never = await AskAsync(house, client, route, name, Guid.CreateVersion7(), town);
                    var forbidden = await AskAsync(house, client, route, name, id, town);

                    // A job that woke meanwhile sends a statement of its own; what gives itself away does so each time.
                    for (var again = 0; again < 2 && never != forbidden; again++)
                    {
                        never = await AskAsync(house, client, route, name, Guid.CreateVersion7(), town);
                        forbidden = await AskAsync(house, client, route, name, id, town);
                    }

                    if (never != forbidden) faults.Add($"{route.Method} {route.Pattern}, {name}, {who}: {forbidden.Unlike(never)}");
                    if (forbidden.Status < 400) faults.Add($"{route.Method} {route.Pattern}, {name}, {who}: {forbidden.Status}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<Heard> AskAsync(TestHouse house, HttpClient client, HouseRoute route, string name, Guid id, HiddenTown town)
    {
        using var request = new HttpRequestMessage(new(route.Method), Address(route, name, id));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Accept.ParseAdd(route.Pattern.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "text/html");
        if (!route.IsSafe) request.Content = route.Pattern.StartsWith("/api", StringComparison.Ordinal)
            ? new StringContent($$"""{"id":"{{Guid.CreateVersion7()}}","title":"Otsikko","body":"Teksti"}""", null, "application/json")
            : new FormUrlEncodedContent(town.Form());

        var before = house.Statements.Sent.Count;
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date")
            .Select(h => $"{h.Key}: {Nonce().Replace(string.Join(", ", h.Value), "nonce")}").Order(StringComparer.Ordinal);
        return new((int)answer.StatusCode, body.Length, house.Statements.Sent.Count - before, string.Join("; ", headers));
    }

    /// <summary>The address with the first parameter given, and what else it wants filled with things that exist for anyone.</summary>
    private static string Address(HouseRoute route, string thing, Guid id)
    {
        var first = true;
        return RouteList.Filled(route.Pattern, name =>
        {
            if (name is "kind") return route.Pattern.StartsWith("/posts/", StringComparison.Ordinal) ? "thanks" : thing == "comment" ? thing : "post";
            if (name is "rendition") return "original";
            if (!first) return Register.GroupId.Staff.ToString();
            first = false;
            return id.ToString();
        });
    }

    [GeneratedRegex("nonce-[0-9a-f]+", RegexOptions.None, 1000)]
    private static partial Regex Nonce();

    private sealed record Heard(int Status, int Length, int Statements, string Headers)
    {
        /// <summary>What gives it away, beside what one hears of an id that never was.</summary>
        public string Unlike(Heard never) => string.Join(", ",
            new[] { ("status", $"{Status}", $"{never.Status}"), ("length", $"{Length}", $"{never.Length}"), ("statements", $"{Statements}", $"{never.Statements}"), ("headers", Headers, never.Headers) }
                .Where(p => p.Item2 != p.Item3).Select(p => $"{p.Item1} {p.Item2} and not {p.Item3}"));
    }
}
