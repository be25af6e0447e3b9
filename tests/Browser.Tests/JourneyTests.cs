using Deque.AxeCore.Playwright;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>What people do in a real browser.</summary>
public sealed class JourneyTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_pages_of_every_day_fit_the_window_and_axe_finds_nothing(int width)
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var space = await house.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, aino);
        var page = await Chromium.OpenAsAsync(house, aino, width);

        foreach (var path in new[] { "/", "/spaces", $"/spaces/{space.Id}", "/people", $"/people/{aino}", "/me", "/notifications" })
        {
            var answer = await page.GotoAsync(path);
            Assert.Equal(200, answer!.Status);
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, $"{path} is wider than the window");
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{path}: {v.Id} {string.Join(", ", v.Nodes.Select(n => n.Html))}"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_is_published_with_and_without_script_and_a_colleague_reads_and_comments(bool script)
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var space = await house.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, aino);
        await house.Town.JoinAsync(borje, space.Members, (int)SpaceRole.Contributor);

        var writer = await Chromium.OpenAsAsync(house, aino, script: script);
        await writer.GotoAsync($"/posts/new?space={space.Id}");
        await writer.Locator("input[name=title]").FillAsync("Silta aukeaa joulukuussa");
        await writer.Locator("textarea[name=body]").FillAsync("Kannen pintaus on **valmis**.");
        await writer.Locator("button:has-text('Julkaise')").Last.ClickAsync();
        await writer.WaitForURLAsync(url => !url.Contains("/posts/new", StringComparison.Ordinal));

        var reader = await Chromium.OpenAsAsync(house, borje, script: script);
        await reader.GotoAsync("/");
        await reader.Locator("a:has-text('Silta aukeaa joulukuussa')").First.ClickAsync();
        await reader.Locator("strong:has-text('valmis')").First.WaitForAsync();
        await reader.Locator("form[action$='/comments'] textarea").First.FillAsync("Hieno uutinen!");
        await reader.Locator("form[action$='/comments'] button[type=submit]").First.ClickAsync();
        await reader.Locator("text=Hieno uutinen!").First.WaitForAsync();
    }
}
