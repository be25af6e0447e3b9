using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Notifications;

namespace Tupa.Tests;

/// <summary>Every door of the house is known: who may use it, and what it costs.</summary>
public sealed class RouteTests
{
    /// <summary>On any page, at 1 row or 500: the door and the frame are among them.</summary>
    private const int MostStatements = 6;

    [Fact]
    public async Task Every_route_is_in_the_list_with_who_may_use_it_and_how_many_statements_it_sends()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await RouteTown.BuildAsync(house);
        var list = new StringBuilder("# method, route, who may, and for GET by one who may: status, statements. Written by RouteTests.\n");
        var dear = new List<string>();
        foreach (var route in RouteList.Of(house))
        {
            var line = $"{route.Method,-6} {route.Pattern,-60} {route.Who,-18}";
            if (route.Method == "GET" && route.Who != "impersonal" && town.Address(route) is { } address)
            {
                var (status, statements) = await CostAsync(house, town.Opens(route), address);
                line += string.Create(CultureInfo.InvariantCulture, $" {status} {(statements is { } number ? number : "–")}");
                if (statements > MostStatements)
                    dear.Add($"{route.Pattern} sends {statements} statements:\n{string.Join("\n", house.Statements.Sent.TakeLast(statements.Value))}");
            }

            list.AppendLine(line.TrimEnd());
        }

        Assert.True(dear.Count == 0, string.Join("\n\n", dear));
        Snapshot.Same(Path.Combine(Repo.Root, "tests/House.Tests/routes.txt"), list.ToString());
    }

    [Fact]
    public async Task No_page_sends_a_statement_more_for_many_rows_than_for_one()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await RouteTown.BuildAsync(house);
        var few = await PagesAsync(house, town);
        await town.CrowdAsync(house, 60);
        var many = await PagesAsync(house, town);

        Assert.True(few.Count > 40, "The pages of the house were not found");
        Assert.Empty(many.Where(p => p.Value > few[p.Key]).Select(p => $"{p.Key}: {few[p.Key]} and then {p.Value}"));
    }

    private static async Task<SortedDictionary<string, int>> PagesAsync(TestHouse house, RouteTown town)
    {
        var pages = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var route in RouteList.Of(house).Where(r => r.IsPage && r.Method == "GET"))
        {
            if (town.Address(route) is not { } address) continue;
            var (status, statements) = await CostAsync(house, town.Opens(route), address);
            Assert.True(status == 200, $"{address} answered {status}");
            pages[route.Pattern] = statements.GetValueOrDefault();
        }

        return pages;
    }

    /// <summary>What the second visit costs: what stays in memory is there, and a read mark stands.</summary>
    private static async Task<(int Status, int? Statements)> CostAsync(TestHouse house, PersonId who, string address)
    {
        using var client = await house.SignedInAsync(who);
        await VisitAsync(client, address);
        var (status, ends) = (0, false);
        var before = house.Statements.Sent.Count;
        (status, ends) = await VisitAsync(client, address);
        if (!ends) await LeftAsync(house);

        // That somebody has looked is noted in the log; a note is no question of the page.
        var statements = house.Statements.Sent.Skip(before).Count(s => !s.Contains("audit_", StringComparison.Ordinal));
        return (status, ends ? statements : null);
    }

    private static async Task<(int Status, bool Ends)> VisitAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        if (!IsStream(answer)) await answer.Content.ReadAsByteArrayAsync();
        return ((int)answer.StatusCode, !IsStream(answer));
    }

    /// <summary>Waits until the house has noticed that nobody listens any more: what a stream asks until then is no question of the next page.</summary>
    private static async Task LeftAsync(TestHouse house)
    {
        var hub = house.Services.GetRequiredService<LiveHub>();
        for (var i = 0; i < 600 && hub.Count > 0; i++) await Task.Delay(50);
        Assert.Equal(0, hub.Count);
    }

    // A stream of events goes on asking as long as somebody listens.
    private static bool IsStream(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
}
