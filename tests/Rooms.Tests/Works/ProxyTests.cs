namespace Tupa.Tests;

/// <summary>Behind HTTPS the browser is bound to it; who says that it is HTTPS is a proxy that the operator has named.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.0.0/16, 127.0.0.0/8", true)]
    [InlineData("10.1.0.0/16", false)]
    [InlineData("", false)]
    public async Task What_a_proxy_says_is_believed_of_the_named_ones_only(string proxies, bool believed)
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite", new Dictionary<string, string?> { ["Tupa:Proxies"] = proxies })).ServeAsync();
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela");
        using var browser = house.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");

        using var page = await browser.GetAsync("/sign-in");
        Assert.Equal(believed, page.Headers.TryGetValues("Strict-Transport-Security", out var bound));
        if (believed) Assert.StartsWith("max-age=63072000", bound!.Single(), StringComparison.Ordinal);

        using var signedIn = await browser.SignInAsync("aino.makela");
        var cookies = signedIn.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, c => c.StartsWith(believed ? "__Host-tupa=" : "tupa=", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Equal(believed, c.Contains("; secure", StringComparison.Ordinal)));
    }
}
