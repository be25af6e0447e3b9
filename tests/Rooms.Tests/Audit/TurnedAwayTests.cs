using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;

namespace Tupa.Tests;

/// <summary>Whoever is turned away before it is known who is in the log, once for many knocks.</summary>
public sealed class TurnedAwayTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_key_that_is_none_is_one_note_in_ten_minutes(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var stranger = house.Visitor();
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "ei-ole-avain");
        for (var i = 0; i < 5; i++)
        {
            using var api = await stranger.GetAsync("/api/v1/me");
            using var scim = await stranger.GetAsync("/scim/v2/Users");
            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (api.StatusCode, scim.StatusCode));
        }

        Assert.Equal(["access.token.use refused", "register.scim.enter refused"], (await house.AuditedAsync()).Order(StringComparer.Ordinal));
        var entry = await house.ReadAsync(db => db.Set<AuditEntry>().OrderBy(e => e.At).FirstAsync());
        Assert.Equal((AuditOutcome.Refused, null, "127.0.0.1"), (entry.Outcome, entry.By, entry.Address));
        Assert.DoesNotContain("avain", $"{entry.Deed} {entry.ByName} {entry.Reference}", StringComparison.Ordinal);

        house.Clock.Move(TimeSpan.FromMinutes(11));
        using var later = await stranger.GetAsync("/api/v1/me");
        Assert.Equal(3, (await house.AuditedAsync()).Count);

        // Nobody who only has no key is turned away: a visitor is one.
        using var visitor = house.Visitor();
        using var page = await visitor.GetAsync("/privacy");
        Assert.Equal(3, (await house.AuditedAsync()).Count);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Knocking_at_a_door_that_is_shut_for_a_while_is_noted(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var guesser = house.Browser();
        var shut = 0;
        for (var i = 0; i < 20; i++)
        {
            using var answer = await guesser.SignInAsync("aino.maki", $"arvaus numero {i}");
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) shut++;
        }

        Assert.True(shut > 2, $"{shut}");
        var audited = await house.AuditedAsync();
        Assert.Equal((20 - shut, 1), (audited.Count(a => a == "access.session.open refused"), audited.Count(a => a == "access.session.wait refused")));
    }

    [Fact]
    public void A_flood_from_everywhere_does_not_fill_the_log()
    {
        var knocks = new RecentKnocks(new TestClock());
        Assert.Equal(1_000, Enumerable.Range(0, 5_000).Count(i => knocks.IsNews(("access.token.use", $"2001:db8::{i:x}"))));
    }
}
