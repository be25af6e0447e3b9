using Microsoft.Playwright;

namespace Tupa.Tests;

/// <summary>Debian's Chromium, one for the whole run.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>A fresh context at the house: its own cookies, Finnish, and the given width.</summary>
    public static async Task<IPage> OpenAsync(TestHouse house, int width = 1280, bool script = true)
    {
        var browser = await Started.Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = house.Address.ToString(),
            Locale = "fi-FI",
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>As <see cref="OpenAsync"/>, with a session of the person.</summary>
    public static async Task<IPage> OpenAsAsync(TestHouse house, Kernel.PersonId person, int width = 1280, bool script = true)
    {
        var page = await OpenAsync(house, width, script);
        await page.Context.AddCookiesAsync([new() { Name = "tupa", Value = await house.OpenSessionAsync(person), Url = house.Address.ToString() }]);
        return page;
    }

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
