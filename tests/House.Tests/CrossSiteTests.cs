using System.Net;

namespace Tupa.Tests;

/// <summary>No other site changes anything in the name of somebody who is signed in here.</summary>
public sealed class CrossSiteTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://muualla.example")]
    [InlineData(null, null)]
    public async Task Every_route_that_changes_something_refuses_what_does_not_come_from_our_own_pages(string? header, string? value)
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await RouteTown.BuildAsync(house);
        using var client = await house.SignedInAsync(town.Staff);
        var before = await house.AuditedAsync();
        var sent = house.Statements.Sent.Count;
        var let = new List<string>();
        var unsafeRoutes = RouteList.Of(house).Where(r => !r.IsSafe).ToList();
        Assert.True(unsafeRoutes.Count > 40, "The routes of the house were not found");

        foreach (var route in unsafeRoutes)
        {
            var address = town.Address(route) ?? RouteList.Filled(route.Pattern, _ => town.Staff.ToString());
            using var request = new HttpRequestMessage(new(route.Method == "ANY" ? "POST" : route.Method), address);
            request.Content = new FormUrlEncodedContent([new("id", town.Post.ToString()), new("language", "sv")]);
            if (header is not null) request.Headers.Add(header, value);
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.Forbidden) let.Add($"{route.Method} {address} answered {(int)answer.StatusCode}");
        }

        Assert.Empty(let);
        Assert.Equal(sent, house.Statements.Sent.Count);
        Assert.Equal(before, await house.AuditedAsync());
    }
}
