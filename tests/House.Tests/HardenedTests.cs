using System.Net;
using System.Text;

namespace Tupa.Tests;

/// <summary>Nothing that somebody sends breaks the house: what makes no sense is refused or not found, on every route and on both databases.</summary>
public sealed class HardenedTests
{
    // Letters no database takes, half a character, an end of line in a header to be, what looks like a language, and very much of it.
    private static readonly string[] Odd =
        ["\0", "a\0b", "\uFFFD", "ä\r\nSet-Cookie: x=1", "' or 1=1 --", "%00", "../../etc/passwd", "99999999999999999999", "-1", "0001-01-01", "9999-12-31", "2026-02-31", new('å', 3000)];

    private static readonly string[] Fields =
    [
        "id", "space", "title", "body", "who", "group", "mention", "version", "when", "day", "time", "untilday", "untiltime", "must", "mustday", "musttime", "pin", "upload", "alt",
        "reply", "kind", "thing", "reason", "name", "purpose", "description", "confidentiality", "retention", "unit", "steward", "steward-id", "second", "second-id", "person", "person-id",
        "role", "until", "userId", "password", "old", "new", "again", "words", "link", "code", "returnUrl", "back", "language", "scope", "lastDay", "carried-path", "carried:body", "notice", "key",
    ];

    private static readonly string[] Queries = ["q", "cursor", "before", "after", "unit", "school", "organ", "group", "space", "kind", "thing", "day", "show", "groups", "return", "returnUrl", "upload", "from", "at", "role", "link", "token", "reply", "draft"];

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Nothing_that_is_sent_breaks_a_route(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RouteTown.BuildAsync(house);
        using var staff = await house.SignedInAsync(town.Staff);
        using var visitor = house.Visitor();
        var faults = new List<string>();
        foreach (var route in RouteList.Of(house).Where(r => r.Method is "GET" or "POST" && r.Pattern != "/live" && !r.Pattern.EndsWith("sessions/current/end", StringComparison.Ordinal)))
        {
            foreach (var sent in Sent(route, town)) await SendAsync(staff, sent, route, faults);

            // Most routes answer a visitor at the door, which reads no more than the first kinds of body.
            foreach (var sent in Sent(route, town).Take(route.Who == "visitor" ? int.MaxValue : 8)) await SendAsync(visitor, sent, route, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task More_than_a_form_may_hold_is_refused_in_words_and_a_visitor_is_not_listened_to()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await RouteTown.BuildAsync(house);
        using var staff = await house.SignedInAsync(town.Staff, language: "sv");
        using var visitor = house.Visitor();
        foreach (var (client, status) in new[] { (staff, HttpStatusCode.RequestEntityTooLarge), (visitor, HttpStatusCode.SeeOther) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/posts") { Content = new FormUrlEncodedContent([new("id", $"{Guid.CreateVersion7()}"), new("body", new string('a', 2_100_000))]) };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            request.Headers.Accept.ParseAdd("text/html");
            using var answer = await client.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
            if (client == staff) Assert.Contains("Texten var längre än vad som kan skickas", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // The longest text that a post may have goes through, in the letters that take most.
        using var longest = await staff.PostAsync("/posts", ("id", $"{Guid.CreateVersion7()}"), ("space", $"{town.Space.Id}"), ("body", new string('€', 40_000)), ("who", "all"));
        Assert.Equal(HttpStatusCode.SeeOther, longest.StatusCode);
    }

    private static async Task SendAsync(HttpClient client, HttpRequestMessage request, HouseRoute route, List<string> faults)
    {
        using (request)
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            request.Headers.Accept.ParseAdd(route.Pattern.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "text/html");
            var kind = request.Content?.Headers.ContentType?.ToString() ?? Uri.UnescapeDataString(request.RequestUri!.OriginalString);
            using var answer = await client.SendAsync(request);
            if ((int)answer.StatusCode >= 500 && (int)answer.StatusCode != 503) faults.Add($"{route.Method} {route.Pattern} breaks: {kind[..Math.Min(kind.Length, 120)]}");
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("x=", StringComparison.Ordinal))) faults.Add($"{route.Pattern} sets a cookie of another's choosing");
        }
    }

    private static IEnumerable<HttpRequestMessage> Sent(HouseRoute route, RouteTown town) => route.IsSafe ? Asked(route, town) : Posted(route, town);

    private static IEnumerable<HttpRequestMessage> Asked(HouseRoute route, RouteTown town)
    {
        var address = town.Address(route) ?? RouteList.Filled(route.Pattern, _ => town.Post.ToString());
        foreach (var odd in Odd) yield return new(HttpMethod.Get, $"{address}?{string.Join('&', Queries.Select(q => $"{q}={Uri.EscapeDataString(odd)}"))}");
        if (route.HasParameters) yield return new(HttpMethod.Get, RouteList.Filled(route.Pattern, _ => "%00"));
    }

    private static IEnumerable<HttpRequestMessage> Posted(HouseRoute route, RouteTown town)
    {
        var address = town.Address(route) ?? RouteList.Filled(route.Pattern, _ => town.Post.ToString());
        HttpRequestMessage To(HttpContent? content) => new(HttpMethod.Post, address) { Content = content };
        yield return To(null);
        yield return To(new StringContent("{\"id\":\"x\"}", Encoding.UTF8, "application/json"));
        yield return To(new StringContent("[[[[", Encoding.UTF8, "application/json"));
        yield return To(new StringContent("hei", Encoding.UTF8, "text/plain"));
        yield return To(Typed(new ByteArrayContent("--x\r\nrikki"u8.ToArray()), "multipart/form-data; boundary=x"));
        yield return To(Typed(new ByteArrayContent("hei"u8.ToArray()), "multipart/form-data"));
        foreach (var odd in Odd)
        {
            yield return To(new FormUrlEncodedContent(Fields.Select(f => KeyValuePair.Create(f, odd))));
            yield return To(new FormUrlEncodedContent(Fields.Select(f => KeyValuePair.Create(f, Sensible(f, town) ?? odd))));
        }

        yield return To(new StringContent($"{{\"id\":\"{Guid.CreateVersion7()}\",\"title\":\"a\\u0000b\",\"body\":\"a\\u0000b\"}}", Encoding.UTF8, "application/json"));
        yield return To(new StringContent($"{{\"id\":\"{Guid.CreateVersion7()}\",\"title\":\"\\ud800\",\"body\":\"\\ud800\",\"groups\":[\"{Guid.CreateVersion7()}\"]}}", Encoding.UTF8, "application/json"));
    }

    /// <summary>Ids that lead further in than a field that makes no sense at all.</summary>
    private static string? Sensible(string field, RouteTown town) => field switch
    {
        "id" => Guid.CreateVersion7().ToString(),
        "space" => town.Space.Id.ToString(),
        "thing" => town.Post.ToString(),
        "kind" => "post",
        "who" => "all",
        "version" => "0",
        "confidentiality" => "20",
        "role" => "20",
        "steward-id" or "second-id" or "person-id" => town.Colleague.ToString(),
        "until" or "lastDay" => "2027-01-31",
        _ => null,
    };

    private static ByteArrayContent Typed(ByteArrayContent content, string type)
    {
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
