using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Posts;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>Nothing typed is lost: not when somebody was faster, and not when the session ended in between.</summary>
public sealed class KeepingTests
{
    private const string Typed = "Kannen pintaus on valmis,\nkaiteet vielä kesken: “ä & <b>ö</b>”.";

    [Fact]
    public async Task What_was_typed_into_a_stale_form_stands_beside_the_reason_and_can_be_sent_again()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var (aino, borje, space) = await TownAsync(house);
        var post = PostId.New();
        var input = new PostInput { Id = post, Space = space.Id, Title = "Silta aukeaa", Body = "Ensimmäinen" };
        await house.InAsync((PostActions posts) => posts.PublishAsync(input, Actor.Of(aino)));

        var page = await Chromium.OpenAsAsync(house, aino);
        await page.GotoAsync($"/posts/{post}/edit");
        await page.Locator("textarea[name=body]").FillAsync(Typed);
        var version = int.Parse(await page.Locator("input[name=version]").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        var other = await house.InAsync((PostActions posts) => posts.ReviseAsync(input with { Version = version, Who = Who.Same, Body = "Toinen ehti ensin" }, Actor.Of(borje)));
        Assert.Null(other.Refusal);

        await page.Locator("button:has(#publish-label)").ClickAsync();
        await page.Locator("[role=alert]").WaitForAsync();
        Assert.Equal(Typed, await page.Locator("textarea[name=body]").InputValueAsync());
        await page.Locator("button:has(#publish-label)").ClickAsync();
        await page.WaitForURLAsync($"**/posts/{post}");
        Assert.Equal(Typed, await BodyAsync(house, post));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_whose_session_ended_waits_in_the_sign_in_page_and_is_sent_by_its_writer(bool script)
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var (_, borje, space) = await TownAsync(house);
        await house.AccountAsync(borje, "borje.ohman");
        var page = await Chromium.OpenAsAsync(house, borje, script: script);
        await page.GotoAsync($"/posts/new?space={space.Id}");
        await EndSessionsAsync(house, borje);
        await page.Locator("input[name=title]").FillAsync("Silta aukeaa");
        await page.Locator("textarea[name=body]").FillAsync(Typed);
        if (script) await page.Locator(".draft-status[data-state=failed]:has-text('Istuntosi on päättynyt')").WaitForAsync();
        var id = new PostId(Guid.Parse(await page.Locator("form.compose-grid input[name=id]").InputValueAsync()));
        await page.Locator("button:has(#publish-label)").ClickAsync();

        await page.Locator("[name=userId]").WaitForAsync();
        Assert.Null(await BodyAsync(house, id));
        await page.Locator("[name=userId]").FillAsync("borje.ohman");
        await page.Locator("[name=password]").FillAsync("väärä salasana");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[role=alert]").WaitForAsync();
        await page.Locator("[name=password]").FillAsync(Door.Password);
        await page.Keyboard.PressAsync("Enter");

        await page.Locator(".kept:has-text('kaiteet vielä kesken')").WaitForAsync();
        if (script) Assert.Equal("", string.Join('\n', await Looks.FaultsAsync(page, "send again")));
        Assert.Null(await BodyAsync(house, id));
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync($"**/posts/{id}");
        Assert.Equal(Typed, await BodyAsync(house, id));
    }

    [Fact]
    public async Task A_comment_whose_session_ended_is_kept_too_and_a_password_never_is()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var (aino, borje, space) = await TownAsync(house);
        await house.AccountAsync(borje, "borje.ohman");
        var post = PostId.New();
        await house.InAsync((PostActions posts) => posts.PublishAsync(new() { Id = post, Space = space.Id, Title = "Silta aukeaa", Body = "Pian" }, Actor.Of(aino)));
        var page = await Chromium.OpenAsAsync(house, borje);
        await page.GotoAsync($"/posts/{post}");
        await page.Locator("form[action$='/comments'] textarea").FillAsync(Typed);
        await EndSessionsAsync(house, borje);
        await page.Locator("form[action$='/comments'] button[type=submit]").ClickAsync();
        await page.Locator("[name=userId]").FillAsync("borje.ohman");
        await page.Locator("[name=password]").FillAsync(Door.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("main button[type=submit]:has-text('Lähetä nyt')").ClickAsync();
        await page.Locator(".comment:has-text('kaiteet vielä kesken')").WaitForAsync();

        await page.GotoAsync("/me/security");
        await page.Locator("[name=old]").FillAsync(Door.Password);
        await page.Locator("[name=new]").FillAsync("uusi salasana ihan oma");
        await page.Locator("[name=again]").FillAsync("uusi salasana ihan oma");
        await EndSessionsAsync(house, borje);
        await page.Locator("form[action='/me/password'] button").ClickAsync();
        await page.Locator("[name=userId]").WaitForAsync();
        Assert.DoesNotContain("uusi salasana", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_there_again_after_the_tab_was_closed()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var (aino, _, space) = await TownAsync(house);
        var page = await Chromium.OpenAsAsync(house, aino);
        await page.GotoAsync($"/posts/new?space={space.Id}");
        await page.Locator("textarea[name=body]").FillAsync(Typed);
        await page.Locator(".draft-status[data-state=saved]").WaitForAsync();
        await page.CloseAsync();

        var again = await Chromium.OpenAsAsync(house, aino);
        await again.GotoAsync("/posts/drafts");
        await again.Locator("main h2 a").ClickAsync();
        await again.Locator("textarea[name=body]").WaitForAsync();
        Assert.Equal(Typed, await again.Locator("textarea[name=body]").InputValueAsync());
    }

    private static async Task<(PersonId Aino, PersonId Borje, TestSpace Space)> TownAsync(TestHouse house)
    {
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        var borje = await house.Town.StaffAsync("Börje Öhman");
        var space = await house.Town.SpaceAsync("Salmensillan korjaus", Confidentiality.Members, aino);
        await house.Town.JoinAsync(borje, space.Members, (int)SpaceRole.Editor);
        return (aino, borje, space);
    }

    private static Task EndSessionsAsync(TestHouse house, PersonId person) =>
        house.WriteAsync(db => db.Set<Session>().Where(s => s.Person == person).ExecuteDeleteAsync());

    private static Task<string?> BodyAsync(TestHouse house, PostId post) =>
        house.ReadAsync(db => db.Set<Post>().Where(p => p.Id == post).Select(p => p.Body).FirstOrDefaultAsync());
}
