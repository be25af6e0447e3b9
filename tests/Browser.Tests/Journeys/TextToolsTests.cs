using Microsoft.Playwright;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>The composer for one who does not know the marks, and who wants to know who will read.</summary>
public sealed class TextToolsTests
{
    [Fact]
    public async Task Buttons_and_keys_write_the_marks_and_the_browser_can_undo_them()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var space = await house.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, aino);
        var page = await Chromium.OpenAsAsync(house, aino);
        await page.GotoAsync($"/posts/new?space={space.Id}");
        var text = page.Locator("textarea[name=body]");

        await text.FillAsync("Silta aukeaa");
        await ChooseAsync(text, 0, 5);
        await page.Keyboard.PressAsync("Control+b");
        Assert.Equal("**Silta** aukeaa", await text.InputValueAsync());
        await page.Keyboard.PressAsync("Control+z");
        Assert.Equal("Silta aukeaa", await text.InputValueAsync());

        await ChooseAsync(text, 6, 12);
        await Tool(page, "italic").ClickAsync();
        Assert.Equal("Silta *aukeaa*", await text.InputValueAsync());
        await Tool(page, "italic").ClickAsync();
        Assert.Equal("Silta aukeaa", await text.InputValueAsync());

        await text.FillAsync("kaiteet\nvalaisimet");
        await ChooseAsync(text, 0, 12);
        await Tool(page, "list").ClickAsync();
        Assert.Equal("- kaiteet\n- valaisimet", await text.InputValueAsync());

        await text.FillAsync("kartta");
        await ChooseAsync(text, 0, 6);
        await Tool(page, "link").ClickAsync();
        await page.Keyboard.TypeAsync("https://kuusisalmi.example");
        Assert.Equal("[kartta](https://kuusisalmi.example)", await text.InputValueAsync());
    }

    [Fact]
    public async Task The_toolbar_is_one_stop_and_arrows_move_within_it()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var space = await house.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, aino);
        var page = await Chromium.OpenAsAsync(house, aino);
        await page.GotoAsync($"/posts/new?space={space.Id}");

        await page.TabToAsync("[data-tool=bold]");
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("mention", await page.EvaluateAsync<string>("document.activeElement.dataset.tool"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("body", await page.EvaluateAsync<string>("document.activeElement.name"));
    }

    [Fact]
    public async Task Choosing_a_group_changes_the_figure_the_names_and_the_button()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var space = await house.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, aino);
        await house.Town.JoinAsync(borje, space.Members, (int)SpaceRole.Contributor);
        var group = await house.Town.GroupAsync("Siltahanke", GroupKind.HandMade);
        await house.Town.JoinAsync(aino, group);
        await house.Town.IncludeAsync(space.Members, group, SpaceRole.Contributor);
        var page = await Chromium.OpenAsAsync(house, aino);
        await page.GotoAsync($"/posts/new?space={space.Id}");
        Assert.StartsWith("2\n", await page.Locator(".who-head .who-n").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Börje Öhman", await page.Locator(".who-body").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("label:has-text('Vain valitut ryhmät')").ClickAsync();
        await page.Locator("label:has-text('Siltahanke')").ClickAsync();
        await page.Locator("#publish-label:has-text('Julkaise 1 henkilölle')").WaitForAsync();
        Assert.StartsWith("1\n", await page.Locator(".who-head .who-n").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Börje Öhman", await page.Locator(".who-body").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_comes_in_place_takes_the_focus_and_leaves_what_is_typed()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var space = await house.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, aino);
        var page = await Chromium.OpenAsAsync(house, aino);
        await page.GotoAsync($"/posts/new?space={space.Id}");
        await page.EvaluateAsync("window.sama = true");
        await page.Locator("input[name=title]").FillAsync("Silta aukeaa");
        await page.Locator("textarea[name=body]").FillAsync("Kannen pintaus on **valmis**.");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "silta.jpg", MimeType = "image/jpeg", Buffer = await Samples.PictureAsync() });
        await page.Locator(".attached input[name=upload]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        for (var round = 0; round < 4; round++) await house.RunJobsAsync();
        await page.Locator(".attached input[type=text]").FillAsync("Sillan pyloni");

        await page.EnterAsync("form-look button");
        await page.Locator("#preview .preview:focus").WaitForAsync();
        Assert.Equal("valmis", await page.Locator("#preview strong").InnerTextAsync());
        Assert.Equal("Sillan pyloni", await page.Locator("#preview .gallery img").GetAttributeAsync("alt"));
        Assert.Equal("Kannen pintaus on **valmis**.", await page.Locator("textarea[name=body]").InputValueAsync());
        Assert.True(await page.EvaluateAsync<bool>("window.sama"));
        Assert.Equal("", string.Join('\n', await Looks.FaultsAsync(page, "preview")));

        await page.SetViewportSizeAsync(1280, 900);
        await page.Locator("textarea[name=body]").FillAsync("Kannen pintaus *jatkuu*.");
        await page.Locator("form-look button").ClickAsync();
        await page.Locator("#preview em:has-text('jatkuu')").WaitForAsync();
        await page.Locator("button:has(#publish-label)").ClickAsync();
        await page.Locator("h1:has-text('Silta aukeaa')").WaitForAsync();
    }

    private static ILocator Tool(IPage page, string name) => page.Locator($"[data-tool={name}]");

    private static async Task ChooseAsync(ILocator text, int from, int until)
    {
        await text.FocusAsync();
        await text.EvaluateAsync("(e, at) => e.setSelectionRange(at[0], at[1])", new[] { from, until });
    }
}
