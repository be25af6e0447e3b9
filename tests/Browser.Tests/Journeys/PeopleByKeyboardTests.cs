using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Whoever brings people in needs no pointer: a supervisor's new colleague and a sponsor's partner, on a telephone, in Finnish.</summary>
public sealed class PeopleByKeyboardTests
{
    private const int Telephone = 390;

    [Fact]
    public async Task A_supervisor_proposes_a_colleague_and_takes_back_one_who_waits_with_the_keyboard_alone()
    {
        await using var town = await TeamTown.OpenAsync("sqlite");
        var page = await Chromium.OpenAsAsync(town.House, town.Helka, Telephone);
        await page.GotoAsync("/me/people");
        await page.EnterAsync("main a[href='/me/people/new']");
        await page.WaitForURLAsync("**/me/people/new");
        await NoFaultsAsync(page, "new colleague");
        await ProposeAsync(page, "uuno.uusi");

        await page.WaitForURLAsync(url => url.Contains("/me/people/", StringComparison.Ordinal) && !url.EndsWith("/new", StringComparison.Ordinal));
        Assert.Contains("Uuno Uusi", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        var uuno = Assert.Single(await town.AssignmentsAsync((await town.PersonAsync("uuno.uusi"))!.Value));
        Assert.Equal((town.Library, town.Librarian), (uuno.Unit!.Value, uuno.Duty!.Value));
        await NoFaultsAsync(page, "colleague");

        // One whose key is somebody else's waits; it is seen and taken back.
        await page.GotoAsync("/me/people/new");
        await ProposeAsync(page, "matti.museo");
        await page.WaitForURLAsync("**/me/people?show=waits");
        await page.EnterAsync("main a[href='/me/people/proposals']");
        await page.WaitForURLAsync("**/me/people/proposals");
        var waiting = page.Locator("form[action^='/me/people/proposals/']");
        await waiting.WaitForAsync();
        await NoFaultsAsync(page, "proposals");
        await page.EnterAsync("form[action^='/me/people/proposals/'] button");
        await waiting.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(0, await town.House.ReadAsync(db => db.Set<SameTask>().CountAsync()));
    }

    [Fact]
    public async Task A_sponsor_invites_a_partner_and_opens_another_space_with_the_keyboard_alone()
    {
        await using var town = await PartnerTown.OpenAsync("sqlite", invite: 0);
        var page = await Chromium.OpenAsAsync(town.House, town.Siiri, Telephone);
        await page.GotoAsync("/me/partners");
        await page.EnterAsync("main a[href='/me/partners/new']");
        await page.WaitForURLAsync("**/me/partners/new");
        await NoFaultsAsync(page, "invitation");

        foreach (var (field, words) in new[] { ("given-name", "Pirjo"), ("family-name", "Kumppani"), ("email", "pirjo@silta.example"), ("organisation", "Siltarakenne Oy"), ("contract", "KS/1/2026") })
            await page.WriteAsync($"input[name={field}]", words);
        await page.WriteAsync("textarea[name=purpose]", "Sillan suunnittelu");
        var last = town.Today.AddDays(90);
        await page.TabToAsync("input[name=last-day]");
        await DayAsync(page, last);
        await page.TabToAsync($"input[name=place][value='{town.Bridge.Id}']");
        await page.Keyboard.PressAsync("Space");
        await page.WriteAsync("input[name=deputy]", "Kai Virta");
        await page.EnterAsync("form[action='/me/partners'] button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains("/me/partners/", StringComparison.Ordinal) && !url.EndsWith("/new", StringComparison.Ordinal));
        Assert.Equal("Pirjo Kumppani", await page.Locator("h1").InnerTextAsync());
        Assert.Contains(PartnerText.OpenUntil(last).Fi, await page.Locator("#places").InnerTextAsync(), StringComparison.Ordinal);
        await NoFaultsAsync(page, "partner");

        await page.TabToAsync("select[name=place]");
        await page.EnterAsync("form[action$='/places'] button");
        await page.Locator("#places li").Nth(1).WaitForAsync();
        Assert.Equal(2, await town.House.ReadAsync(db => db.Set<GroupMember>().CountAsync(m => m.Because == Because.Grant && (m.Group == town.Bridge.Members || m.Group == town.Other.Members) && m.Person != town.Siiri)));
    }

    [Fact]
    public async Task Whoever_leaves_sees_when_and_hands_a_space_over_with_the_keyboard_alone()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var (aino, helka) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Helka Pomo"));
        await house.HeadAsync(await house.Town.CityAsync(), helka);
        var space = await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino);
        var last = house.Clock.Today().AddDays(10);
        await house.EndAsync(Helsinki.EndOf(last), aino);

        var page = await Chromium.OpenAsAsync(house, aino, Telephone);
        await page.GotoAsync("/me/ends");
        Assert.Contains(Say.Day(last), await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await NoFaultsAsync(page, "ends");
        await page.EnterAsync("main a[href='/me/handover']");
        await page.WaitForURLAsync("**/me/handover");
        await NoFaultsAsync(page, "hand-over");
        await page.TabToAsync($"input[type=radio][name='successor-{space.Id}']");
        for (var i = 0; i < 4 && await page.EvaluateAsync<string>("document.activeElement.value") != $"{helka}"; i++) await page.Keyboard.PressAsync("ArrowDown");
        await page.EnterAsync("form[action='/me/handover'] button[type=submit]");
        await page.WaitForURLAsync("**/me/handover?*");
        Assert.Contains(helka, await house.StewardsAsync(space, aino));
    }

    private static async Task ProposeAsync(IPage page, string userId)
    {
        await page.WriteAsync("input[name=givenName]", "Uuno");
        await page.WriteAsync("input[name=familyName]", "Uusi");
        await page.WriteAsync("input[name=userId]", userId);
        await page.WriteAsync("select[name=duty]", "Kirjastonhoitaja");
        await page.WriteAsync("select[name=unit]", "Kirjasto");
        await page.EnterAsync("form[action='/me/people'] button[type=submit]");
    }

    /// <summary>A day as one types it, part by part, in the order in which the browser asks for it.</summary>
    private static async Task DayAsync(IPage page, DateOnly day)
    {
        var iso = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var order in new[] { "ddMMyyyy", "MMddyyyy", "yyyyMMdd" })
        {
            await page.Keyboard.TypeAsync(day.ToString(order, System.Globalization.CultureInfo.InvariantCulture));
            if (await page.EvaluateAsync<string>("document.activeElement.value") == iso) return;

            // Day, month and year are stops of their own within the field: out of it, and to its first part again.
            for (var i = 0; i < 6 && await page.EvaluateAsync<bool>("document.activeElement.name === 'last-day'"); i++) await page.Keyboard.PressAsync("Shift+Tab");
            await page.TabToAsync("input[name=last-day]");
        }

        Assert.Fail($"{iso} could not be typed");
    }

    private static async Task NoFaultsAsync(IPage page, string where) => Assert.Equal("", string.Join('\n', await Looks.FaultsAsync(page, where)));
}
