using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Tupa.Access;
using Tupa.Posts;

namespace Tupa.Tests;

/// <summary>Pages without an address of their own: what a form or a failure is answered with.</summary>
public sealed class AnswerPageTests(Tour tour) : IClassFixture<Tour>
{
    [Fact]
    public async Task What_is_not_there_is_said_in_the_house_to_the_signed_in_and_at_the_door_to_a_visitor()
    {
        foreach (var who in new[] { tour.Steward, tour.Pupil, default(Kernel.PersonId?) })
        {
            var page = await tour.OpenAsync(who);
            foreach (var path in who is null ? ["/nowhere"] : new[] { "/nowhere", $"/posts/{Guid.CreateVersion7()}" })
            {
                Assert.Equal($"{path} 404", $"{path} {(await page.GotoAsync(path))!.Status}");
                await LooksRightAsync(page, path);
            }
        }
    }

    [Fact]
    public async Task A_refused_post_comes_back_as_typed_and_the_first_thing_heard_is_what_to_mend()
    {
        var page = await tour.OpenAsync(tour.Steward);
        await page.GotoAsync($"/posts/new?space={tour.Space.Id}");
        await page.Locator("input[name=title]").FillAsync("Ajastettu otsikko");
        await page.Locator("label:has-text('Ajastettuna')").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Julkaise" }).ClickAsync();

        await page.Locator("[role=alert]:focus").WaitForAsync();
        Assert.Equal("Ajastettu otsikko", await page.Locator("input[name=title]").InputValueAsync());
        await LooksRightAsync(page, "composer refused");
    }

    [Fact]
    public async Task A_refused_sign_in_keeps_the_user_id_and_looks_right()
    {
        var page = await tour.OpenAsync(null);
        await page.GotoAsync("/sign-in");
        await page.Locator("[name=userId]").FillAsync("ei.ketaan");
        await page.Locator("[name=password]").FillAsync("väärä salasana");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[role=alert]").WaitForAsync();
        Assert.Equal("ei.ketaan", await page.Locator("[name=userId]").InputValueAsync());
        await LooksRightAsync(page, "sign-in refused");
    }

    [Fact]
    public async Task What_is_shown_once_looks_right_when_it_is_shown()
    {
        // A class of its own: making a code ends the sessions of the one it is for.
        var town = tour.House.Town;
        var own = await town.GroupAsync("8A", Register.GroupKind.Class, tour.School);
        var pupil = await town.PupilAsync("Eetu Toivonen", tour.School, own, "8A");
        var page = await tour.OpenAsync(await town.TeacherAsync("Toivo Opettaja", tour.School, own));
        await SendAsync(page, $"/classes/{own}/sign-in-codes", $"form[action='/classes/{own}/sign-in-codes'] button", ".slip-words");
        await LooksRightAsync(page, "slips of a class");
        await SendAsync(page, $"/people/{pupil}/sign-in-code", "main form button", ".slip-words");
        await LooksRightAsync(page, "slip of one");

        await SendAsync(page, "/me/security/factor", "main form button", "#factor-key");
        await LooksRightAsync(page, "key of the second step");
        var key = Secret(await page.Locator("#factor-key").InnerTextAsync());
        await page.Locator("[name=code]").FillAsync(Totp.Code(key, Totp.StepOf(tour.House.Now)));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#recovery-codes").WaitForAsync();
        await LooksRightAsync(page, "recovery codes");

        await page.GotoAsync("/me/tokens");
        await page.Locator("main form input[name=name]").FillAsync("Kalenteri");
        await page.Locator("main form input[type=checkbox]").First.CheckAsync();
        await page.Locator("main form button[type=submit]").Last.ClickAsync();
        await page.Locator("#api-key").WaitForAsync();
        await LooksRightAsync(page, "key of a program");
    }

    [Fact]
    public async Task What_broke_is_said_with_a_number_and_without_a_stack()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite", more: s => s.AddScoped<DraftQueries>(_ => throw new InvalidOperationException("salaisuus")))).ServeAsync();
        var page = await Chromium.OpenAsAsync(house, await house.Town.StaffAsync("Aino Mäkelä"));
        Assert.Equal(500, (await page.GotoAsync("/posts/drafts"))!.Status);
        await page.Locator(".ref code").WaitForAsync();
        Assert.DoesNotContain("salaisuus", await page.ContentAsync(), StringComparison.Ordinal);
        await LooksRightAsync(page, "broken");
    }

    [Fact]
    public async Task A_house_that_nobody_lives_in_looks_right()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var page = await Chromium.OpenAsync(house);
        await page.GotoAsync("/");
        await page.Locator("code, pre").First.WaitForAsync();
        await LooksRightAsync(page, "empty house");
    }

    private static async Task SendAsync(IPage page, string path, string button, string answer)
    {
        await page.GotoAsync(path);
        await page.Locator(button).First.ClickAsync();
        await page.Locator(answer).First.WaitForAsync();
    }

    private static async Task LooksRightAsync(IPage page, string where) => Assert.Equal("", string.Join('\n', await Looks.FaultsAsync(page, where)));

    /// <summary>Base 32, as a person would copy it into an app.</summary>
    private static byte[] Secret(string key)
    {
        var bits = string.Concat(key.Where(char.IsAsciiLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
