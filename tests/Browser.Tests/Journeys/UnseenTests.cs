using Microsoft.Playwright;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>A pupil looks for a pupil of another school by every way that a browser has.</summary>
public sealed class UnseenTests
{
    private const string Name = "Leevi Ahola";

    [Fact]
    public async Task A_pupil_finds_no_pupil_of_another_school_and_nothing_tells_that_there_is_one()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var city = await house.Town.CityAsync();
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, city, "03764");
        var elsewhere = await house.Town.UnitAsync("Tähtirinteen koulu", UnitKind.School, city, "03765");
        var (own, other) = (await house.Town.GroupAsync("7B", GroupKind.Class, school), await house.Town.GroupAsync("8D", GroupKind.Class, elsewhere));
        var teacher = await house.Town.TeacherAsync("Jelena Šarić-Niemi", school, own);
        var aada = await house.Town.PupilAsync("Aada Koivisto", school, own);
        await house.Town.PupilAsync("Eetu Toivonen", school, own);
        var space = await house.Town.SpaceAsync("7B, Salmen koulu", Confidentiality.Members, teacher);
        await house.Town.IncludeAsync(space.Members, own, SpaceRole.Contributor);
        var page = await Chromium.OpenAsAsync(house, aada);
        var before = await CountAsync(page);

        var leevi = await house.Town.PupilAsync(Name, elsewhere, other, "8D");
        var theirs = await house.Town.SpaceAsync("8D, Tähtirinteen koulu", Confidentiality.Members, await house.Town.TeacherAsync("Toivo Opettaja", elsewhere, other));
        await house.Town.IncludeAsync(theirs.Members, other, SpaceRole.Contributor);
        Assert.Equal(before, await CountAsync(page));

        // Pages.
        string[] pages =
        [
            "/", "/people", "/people?q=Leevi", "/people?q=Ahola", "/people?q=leevi.ahola", $"/people?group={other}", $"/people?unit={elsewhere}",
            "/spaces", $"/spaces/{space.Id}/members", $"/audiences/{space.Audience}", $"/posts/new?space={space.Id}",
        ];
        foreach (var path in pages) await TellsNothingAsync(page, path, leevi);

        // Addresses of what one may not see are those of what never was.
        foreach (var path in new[] { $"/people/{leevi}", $"/people/{leevi}/picture", $"/people/{leevi}/sign-in-code", $"/spaces/{theirs.Id}", $"/spaces/{theirs.Id}/members", $"/audiences/{theirs.Audience}", $"/classes/{other}/sign-in-codes" })
        {
            var unknown = path.Replace(path.Split('/')[2], Guid.CreateVersion7().ToString(), StringComparison.Ordinal);
            Assert.Equal(await AskAsync(page, unknown), await AskAsync(page, path));
        }

        // What the page itself asks as one types.
        foreach (var path in new[] { "/people/suggest?q=Leevi", "/people/suggest?q=leevi.ahola", $"/posts/mentions/{space.Audience}?q=Leevi", $"/posts/mentions/{theirs.Audience}?q=Leevi", "/api/v1/people?q=Leevi", $"/api/v1/people/{leevi}", "/api/v1/spaces" })
        {
            var (_, said) = await AskAsync(page, path);
            Assert.DoesNotContain("Ahola", said, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(leevi.ToString(), said, StringComparison.OrdinalIgnoreCase);
        }

        await page.GotoAsync($"/posts/new?space={space.Id}");
        await page.Locator("textarea[name=body]").PressSequentiallyAsync("Moi @Eetu");
        await page.Locator("[role=option]:has-text('Eetu Toivonen')").WaitForAsync();
        await page.Locator("textarea[name=body]").FillAsync("");
        var offered = await page.RunAndWaitForResponseAsync(
            () => page.Locator("textarea[name=body]").PressSequentiallyAsync("Moi @Leevi"), r => r.Url.Contains("q=Leevi", StringComparison.Ordinal));
        Assert.DoesNotContain("role=\"option\"", await offered.TextAsync(), StringComparison.Ordinal);
        await page.Locator("[role=option]").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task TellsNothingAsync(IPage page, string path, PersonId hidden)
    {
        await page.GotoAsync(path);
        var main = await page.Locator("main").InnerHTMLAsync();

        // What was asked for is said back in the field it was typed into, and nowhere else.
        main = string.Join('\n', main.Split('\n').Where(line => !line.Contains("<input", StringComparison.Ordinal)));
        Assert.DoesNotContain(Name, main, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(hidden.ToString(), main, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("8D", main, StringComparison.Ordinal);
    }

    private static async Task<string> CountAsync(IPage page)
    {
        await page.GotoAsync("/people");
        return await page.Locator("main span[role=status]").InnerTextAsync();
    }

    private static async Task<(int Status, string Body)> AskAsync(IPage page, string path)
    {
        var answer = await page.APIRequest.GetAsync(path, new() { MaxRedirects = 0, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Accept"] = "text/html" } });
        return (answer.Status, Nonce.Replace(await answer.TextAsync(), "").Replace(path, "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(path), "", StringComparison.Ordinal));
    }

    private static readonly System.Text.RegularExpressions.Regex Nonce = new("[0-9a-f]{32}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
