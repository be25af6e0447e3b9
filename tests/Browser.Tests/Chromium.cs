using Microsoft.Playwright;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Debian's Chromium, one for the whole run.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>A fresh context at the house: its own cookies, Finnish, and the given width.</summary>
    /// <param name="more">What else is special about this browser: its colours, its language.</param>
    public static async Task<IPage> OpenAsync(TestHouse house, int width = 1280, bool script = true, Action<BrowserNewContextOptions>? more = null)
    {
        var browser = await Started.Value;
        var options = new BrowserNewContextOptions
        {
            BaseURL = house.Address.ToString(),
            Locale = "fi-FI",
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = 900 },
        };
        more?.Invoke(options);
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();

        // Listened to from the start: a chooser that opens before anybody listens is a window of the machine.
        page.FileChooser += (_, _) => { };
        return page;
    }

    /// <summary>As <see cref="OpenAsync"/>, with a session of the person.</summary>
    public static async Task<IPage> OpenAsAsync(
        TestHouse house, PersonId person, int width = 1280, bool script = true, bool gates = true, Action<BrowserNewContextOptions>? more = null)
    {
        var page = await OpenAsync(house, width, script, more);
        await page.Context.AddCookiesAsync([new() { Name = "tupa", Value = await house.OpenSessionAsync(person, gates), Url = house.Address.ToString() }]);
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
