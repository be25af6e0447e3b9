using Microsoft.Playwright;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A post with three pictures, by keyboard alone, on a wide screen and on a telephone.</summary>
public sealed class KeyboardTests
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Three_pictures_are_published_with_the_keyboard_alone_and_a_colleague_sees_them_with_their_words(int width)
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var space = await house.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, aino);
        await house.Town.JoinAsync(borje, space.Members, (int)SpaceRole.Contributor);

        var page = await Chromium.OpenAsAsync(house, aino, width);
        await page.GotoAsync($"/spaces/{space.Id}");
        await page.EnterAsync(".skip");
        await page.EnterAsync(".compose-closed a");
        await page.WaitForURLAsync("**/posts/new*");
        await page.WriteAsync("input[name=title]", "Silta aukeaa joulukuussa");
        await page.WriteAsync("textarea[name=body]", "Kannen pintaus on valmis. Kuvat ovat torstailta.");

        await page.TabToAsync("input[type=file]");
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(await PicturesAsync());
        await page.Locator(".attached input[name=upload]").Nth(2).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var words = new[] { "Sillan pyloni", "Kannen pinta", "Kaide" };
        await DescribeAsync(page, words);
        await page.EnterAsync("button:has(#publish-label)");
        await page.WaitForURLAsync(url => !url.Contains("/posts/new", StringComparison.Ordinal));

        for (var round = 0; round < 4; round++) await house.RunJobsAsync();
        var reader = await Chromium.OpenAsAsync(house, borje, width);
        await reader.GotoAsync(page.Url);
        Assert.Equal("Silta aukeaa joulukuussa", await reader.Locator("h1").InnerTextAsync());
        Assert.Equal(words, await reader.Locator(".gallery img").EvaluateAllAsync<string[]>("all => all.map(i => i.alt)"));
        Assert.True(await reader.Locator(".gallery img").First.EvaluateAsync<bool>("i => i.decode().then(() => i.naturalWidth > 0)"));
        Assert.Equal("", string.Join('\n', await Looks.FaultsAsync(reader, "post with pictures")));
    }

    private static async Task DescribeAsync(IPage page, string[] words)
    {
        var fields = page.Locator(".attached input[type=text]");
        Assert.Equal(words.Length, await fields.CountAsync());

        // The list stands before the chooser, which still has the focus: back to its first field, then on from one to the next.
        for (var i = 0; i < words.Length; i++)
        {
            await page.TabToAsync($"[id='{await fields.Nth(i).GetAttributeAsync("id")}']", back: i == 0);
            await page.Keyboard.TypeAsync(words[i]);
        }
    }

    private static async Task<FilePayload[]> PicturesAsync()
    {
        var picture = await Samples.PictureAsync();
        return [.. new[] { "pyloni.jpg", "kansi.jpg", "kaide.jpg" }.Select(name => new FilePayload { Name = name, MimeType = "image/jpeg", Buffer = picture })];
    }
}
