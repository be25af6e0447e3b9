using Microsoft.Playwright;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>The house for those who see, hear or move otherwise than its makers.</summary>
public sealed class SensesTests
{
    [Fact]
    public async Task The_first_tab_leads_past_the_menus_and_a_new_page_takes_the_focus_along()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var page = await Chromium.OpenAsAsync(house, await house.Town.StaffAsync("Aino Mäkelä"));
        await page.GotoAsync("/people");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Siirry sisältöön", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().top >= 0"));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#sisalto:focus").WaitForAsync();
        await page.TabToAsync("#q, main input");

        await page.Locator(".rail a[href='/spaces']").ClickAsync();
        await page.Locator("h1:has-text('Työtilat')").WaitForAsync();
        await page.Locator("#sisalto:focus").WaitForAsync();
        await page.WaitForFunctionAsync("document.title.includes('Työtilat')");
    }

    [Fact]
    public async Task Nothing_moves_for_those_who_ask_for_less_motion()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var (page, space) = await ComposerAsync(house, o => o.ReducedMotion = ReducedMotion.Reduce);
        foreach (var path in new[] { "/", $"/posts/new?space={space}" })
        {
            await page.GotoAsync(path);
            var moving = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('*')]
                  .filter(e => getComputedStyle(e).transitionDuration.split(',').concat(getComputedStyle(e).animationDuration.split(',')).some(d => parseFloat(d) > 0.001))
                  .map(e => e.outerHTML.slice(0, 80))
                """);
            Assert.Empty(moving);
        }
    }

    [Fact]
    public async Task Forced_colours_leave_every_control_an_edge()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var (page, space) = await ComposerAsync(house, o => o.ForcedColors = ForcedColors.Active);
        foreach (var path in new[] { "/", $"/posts/new?space={space}", "/me/security", "/people", $"/spaces/{space}" })
        {
            await page.GotoAsync(path);
            var edgeless = await page.EvaluateAsync<string[]>("""
                () => {
                  const edged = s => (s.borderTopStyle !== 'none' && parseFloat(s.borderTopWidth) > 0 && s.borderTopColor !== 'rgba(0, 0, 0, 0)') || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0);
                  const box = e => e.closest('.editor') ?? e;
                  const drawn = e => edged(getComputedStyle(box(e))) || [...(e.labels ?? [])].some(l => edged(getComputedStyle(l, '::before')) || edged(getComputedStyle(l, '::after')));
                  return [...document.querySelectorAll('input:not([type=hidden]):not([type=range]):not([type=file]), textarea, select, .hds-button')]
                    .filter(e => e.checkVisibility() && !drawn(e)).map(e => e.outerHTML.slice(0, 100));
                }
                """);
            Assert.Empty(edgeless);
        }
    }

    [Fact]
    public async Task Forced_colours_show_what_is_chosen_and_nothing_else()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var (page, space) = await ComposerAsync(house, o => o.ForcedColors = ForcedColors.Active);
        await page.GotoAsync($"/posts/new?space={space}");

        var tick = page.Locator("input[name=must]");
        Assert.Equal("none", await tick.EvaluateAsync<string>("e => getComputedStyle(e, '::before').display"));
        await page.Locator("label[for=must]").ClickAsync();
        Assert.NotEqual("none", await tick.EvaluateAsync<string>("e => getComputedStyle(e, '::before').display"));

        const string Dot = "e => getComputedStyle(e.labels[0], '::after').backgroundColor";
        var chosen = await page.Locator("input[name=when][value=now]").EvaluateAsync<string>(Dot);
        Assert.NotEqual(chosen, await page.Locator("input[name=when][value=later]").EvaluateAsync<string>(Dot));
        Assert.NotEqual(chosen, await page.Locator("main").EvaluateAsync<string>("e => getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task A_shared_device_asks_before_the_session_ends_and_stays_when_told_to()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");
        var page = await Chromium.OpenAsync(house);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("[name=userId]").FillAsync("aino.makela");
        await page.Locator("[name=password]").FillAsync(Door.Password);
        await page.Locator("[name=shared]").CheckAsync();
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await page.Locator("session-end:defined").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await page.Clock.FastForwardAsync("26:30");
        await page.Locator("session-end dialog[open]").WaitForAsync();
        Assert.Equal("Jatka", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        var kept = await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), r => r.Url.EndsWith("/session", StringComparison.Ordinal));
        Assert.Equal(204, kept.Status);
        await page.Locator("session-end dialog[open]").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await page.Clock.FastForwardAsync("26:30");
        await page.Locator("session-end dialog[open]").WaitForAsync();
        await page.Clock.FastForwardAsync("02:30");
        await page.WaitForURLAsync("**/sign-in?after=sign-out");
    }

    private static async Task<(IPage Page, SpaceId Space)> ComposerAsync(TestHouse house, Action<BrowserNewContextOptions> more)
    {
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var space = await house.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, aino);
        await house.Town.IncludeAsync(space.Members, await house.Town.GroupAsync("Siltahanke", Register.GroupKind.HandMade), SpaceRole.Reader);
        return (await Chromium.OpenAsAsync(house, aino, more: more), space.Id);
    }
}
