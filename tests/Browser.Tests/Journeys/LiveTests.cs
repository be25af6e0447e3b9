using Microsoft.Playwright;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A post arrives under a reader's eyes, and is answered.</summary>
public sealed class LiveTests
{
    [Fact]
    public async Task A_post_arrives_without_reloading_is_announced_and_waits_until_asked_for_and_is_commented()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var space = await house.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, aino);
        await house.Town.JoinAsync(borje, space.Members, (int)SpaceRole.Contributor);

        var reader = await Chromium.OpenAsAsync(house, borje);
        // That the house has answered says that it listens for her; that she has asked does not.
        await reader.RunAndWaitForResponseAsync(() => reader.GotoAsync("/"), answer => answer.Url.EndsWith("/live", StringComparison.Ordinal));
        await reader.EvaluateAsync("window.sama = true");
        Assert.Equal(0, await reader.Locator("#arrivals .post").CountAsync());

        var writer = await Chromium.OpenAsAsync(house, aino);
        await PublishAsync(writer, space, "Silta aukeaa joulukuussa");

        // Said aloud, and nothing moves under the one who reads.
        await reader.Locator("live-feed [role=status]:has-text('1 uusi julkaisu')").WaitForAsync();
        Assert.Equal(0, await reader.Locator("#arrivals .post").CountAsync());
        await reader.EnterAsync("live-feed button");
        await reader.Locator("#arrivals .post:has-text('Silta aukeaa joulukuussa')").WaitForAsync();
        await reader.WaitForFunctionAsync("document.activeElement.closest('#arrivals') !== null");
        Assert.True(await reader.EvaluateAsync<bool>("window.sama"));

        await reader.Locator("#arrivals .post h2 a").ClickAsync();
        await reader.Locator("form[action$='/comments'] textarea").FillAsync("Hieno uutinen!");
        await reader.Locator("form[action$='/comments'] button[type=submit]").ClickAsync();
        await reader.Locator(".comment:has-text('Hieno uutinen!')").WaitForAsync();
        Assert.True(await reader.EvaluateAsync<bool>("window.sama"));

        await writer.ReloadAsync();
        await writer.Locator(".comment:has-text('Hieno uutinen!')").WaitForAsync();
    }

    private static async Task PublishAsync(IPage writer, TestSpace space, string title)
    {
        await writer.GotoAsync($"/posts/new?space={space.Id}");
        await writer.Locator("input[name=title]").FillAsync(title);
        await writer.Locator("textarea[name=body]").FillAsync("Kannen pintaus on **valmis**.");
        await writer.Locator("button:has(#publish-label)").ClickAsync();
        await writer.Locator("h1:has-text('Silta aukeaa')").WaitForAsync();
    }
}
