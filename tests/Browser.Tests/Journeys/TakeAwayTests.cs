using Microsoft.Playwright;
using Tupa.Privacy;

namespace Tupa.Tests;

/// <summary>The own data is taken along without a pointer, on a telephone; the page tells how far it is by itself, and without script when asked.</summary>
public sealed class TakeAwayTests
{
    private const int Telephone = 390;

    [Fact]
    public async Task Whoever_orders_a_package_sees_it_become_ready_and_downloads_it_with_the_keyboard_alone()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var page = await Chromium.OpenAsAsync(house, aino, Telephone);
        await page.GotoAsync("/me");
        await page.EnterAsync("main a[href='/me/take-away']");
        await page.Locator("page-look").WaitForAsync(new() { Timeout = 60_000 });
        await NoFaultsAsync(page, "nothing ordered");
        await page.EnterAsync("form[action='/me/take-away'] button");
        await page.Locator("page-look[waits]").WaitForAsync();
        await NoFaultsAsync(page, "waiting");
        Assert.False(await page.Locator("page-look a[href='/me/take-away']").IsVisibleAsync());

        // Nobody touches the page from here on.
        await house.InAsync((TakeAwayMaking job) => job.RunAsync(default));
        await page.Locator("a[href='/me/take-away/package']").WaitForAsync(new() { Timeout = 15_000 });
        Assert.Equal(TakeAwayText.Of(TakeAwayState.Ready).Fi, await page.Locator("page-look [role=status]").InnerTextAsync());
        Assert.Equal(0, await page.Locator("page-look[waits]").CountAsync());
        await NoFaultsAsync(page, "ready");
        var download = await page.RunAndWaitForDownloadAsync(() => page.EnterAsync("a[href='/me/take-away/package']"));
        Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);
        await page.EnterAsync("form[action='/me/take-away/end'] button");
        await page.Locator("form[action='/me/take-away'] button").WaitForAsync();
    }

    [Fact]
    public async Task Without_script_the_page_says_it_when_asked()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var page = await Chromium.OpenAsAsync(house, await house.Town.StaffAsync("Aino Mäkelä"), Telephone, script: false);
        await page.GotoAsync("/me/take-away");
        await page.ClickAsync("form[action='/me/take-away'] button");
        await page.Locator("page-look[waits]").WaitForAsync();
        await house.InAsync((TakeAwayMaking job) => job.RunAsync(default));
        await page.ClickAsync("page-look a[href='/me/take-away']");
        await page.Locator("a[href='/me/take-away/package']").WaitForAsync();
    }

    private static async Task NoFaultsAsync(IPage page, string where) => Assert.Equal("", string.Join('\n', await Looks.FaultsAsync(page, where)));
}
