using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Everything a day needs, without a line of script.</summary>
public sealed class UnscriptedTests
{
    [Fact]
    public async Task Without_script_one_signs_in_reads_comments_attaches_publishes_and_signs_out()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");
        var space = await house.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, aino);

        var page = await Chromium.OpenAsync(house, script: false);
        await page.GotoAsync($"/posts/new?space={space.Id}");
        await page.Locator("[name=userId]").FillAsync("aino.makela");
        await page.Locator("[name=password]").FillAsync(Door.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/posts/new*");

        await page.Locator("input[name=title]").FillAsync("Silta aukeaa joulukuussa");
        await page.Locator("textarea[name=body]").FillAsync("Kannen pintaus on **valmis**.");
        await page.Locator("button[formaction$='/files']").ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "muistio.txt", MimeType = "text/plain", Buffer = "Muistio"u8.ToArray() });
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.Locator(".attached:has-text('muistio.txt')").WaitForAsync();
        Assert.Equal("Silta aukeaa joulukuussa", await page.Locator("input[name=title]").InputValueAsync());
        await page.Locator("button[name=show][value=preview]").ClickAsync();
        await page.Locator("#preview strong:has-text('valmis')").WaitForAsync();
        await page.Locator("#preview .file:has-text('muistio.txt')").WaitForAsync();
        Assert.Equal("Kannen pintaus on **valmis**.", await page.Locator("textarea[name=body]").InputValueAsync());
        await page.Locator("button:has(#publish-label)").ClickAsync();

        await page.Locator("strong:has-text('valmis')").WaitForAsync();
        await page.GotoAsync("/");
        await page.Locator("a:has-text('Silta aukeaa joulukuussa')").First.ClickAsync();
        await page.Locator("form[action$='/comments'] textarea").FillAsync("Hieno uutinen!");
        await page.Locator("form[action$='/comments'] button[type=submit]").ClickAsync();
        await page.Locator(".comment:has-text('Hieno uutinen!')").WaitForAsync();

        await page.Locator(".rail form[action='/sessions/current/end'] button").ClickAsync();
        await page.WaitForURLAsync("**/sign-in*");
        await page.GotoAsync("/");
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
    }
}
