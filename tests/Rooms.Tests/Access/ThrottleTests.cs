using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>Guessing is slow, and a storm at the door starves nobody.</summary>
public sealed class ThrottleTests
{
    [Fact]
    public void Each_of_the_common_passwords_is_refused_and_so_is_each_with_a_year_behind_it()
    {
        using var list = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        var common = list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(common.Length >= 10_000);
        Assert.DoesNotContain(common, p => PasswordRules.Check(p, "aino.makela") is null);
        Assert.DoesNotContain(common, p => p.Length >= 8 && PasswordRules.Check($"{p}2026", "aino.makela") is null);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_address_that_guesses_waits_and_those_who_are_known_there_do_not(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        foreach (var name in new[] { "Aino Mäkelä", "Kai Virta" }) await house.AccountAsync(await house.Town.StaffAsync(name), Kernel.Fold.Plain(name).Replace(' ', '.'));
        using var known = house.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await known.SignInAsync("aino.makela")).StatusCode);

        var addresses = house.Services.GetRequiredService<AddressBudget>();
        for (var i = 0; i < AddressBudget.Most; i++) addresses.Fail(IPAddress.Loopback);
        using var stranger = house.Browser();
        using var slowed = await stranger.SignInAsync("kai.virta");
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (slowed.StatusCode, slowed.Headers.RetryAfter is not null));
        Assert.Equal(HttpStatusCode.SeeOther, (await known.SignInAsync("aino.makela")).StatusCode);

        // A class of thirty at eight in the morning, each with one slip of the finger, needs no more than half a minute's budget.
        house.Clock.Move(TimeSpan.FromSeconds(20));
        for (var i = 0; i < 30; i++) addresses.Fail(IPAddress.Loopback);
        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.SignInAsync("kai.virta")).StatusCode);
    }

    [Fact]
    public async Task Only_so_many_password_checks_wait_and_the_rest_are_told_to_come_again()
    {
        using var checks = new PasswordChecks();
        using var enough = new CancellationTokenSource();
        var burst = Enumerable.Range(0, 600).Select(_ => checks.CheckAsync(null, "väärä salasana tässä", enough.Token)).ToList();

        // Who is turned away is so at once; a check that was quick may be done too.
        var done = await Task.WhenAll(burst.Where(c => c.IsCompletedSuccessfully));
        var turnedAway = done.Where(v => v == PasswordVerdict.Busy).ToList();

        Assert.InRange(turnedAway.Count, 300, 400);
        await enough.CancelAsync();
        await Task.WhenAll(burst.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.Equal(PasswordVerdict.Wrong, await checks.CheckAsync(null, "väärä salasana tässä", default));
    }

    [Theory]
    [InlineData("/spaces/1?x=1", true)]
    [InlineData("/", true)]
    [InlineData("", false)]
    [InlineData("spaces", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("/\n/evil.example", false)]
    [InlineData("https://evil.example/", false)]
    [InlineData("javascript:alert(1)", false)]
    public void Only_a_path_of_the_house_is_gone_back_to(string path, bool local) => Assert.Equal(local, LocalPath.Is(path));
}
