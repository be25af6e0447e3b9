using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Tupa.Tests;

/// <summary>What every page must be, whatever is on it. Faults are gathered, so that a run says all of them.</summary>
internal static class Looks
{
    /// <summary>One heading of the first level, nothing wider than the window at 1280, 390 and 320 pixels, and nothing that axe finds at the first two.</summary>
    public static async Task<List<string>> FaultsAsync(IPage page, string where)
    {
        var faults = new List<string>();
        if (await page.Locator("h1").CountAsync() is not 1 and var headings) faults.Add($"{where} has {headings} h1");
        foreach (var width in new[] { 1280, 390, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) faults.Add($"{where} at {width} is {over} pixels too wide");
            if (width > 320) faults.AddRange(Said(await page.RunAxe(), $"{where} at {width}"));
        }

        return faults;
    }

    /// <summary>Text that is hard to tell from what is behind it.</summary>
    public static async Task<List<string>> ContrastAsync(IPage page, string where) =>
        [.. Said(await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } }), where)];

    private static IEnumerable<string> Said(AxeResult found, string where) =>
        found.Violations.Select(v => $"{where}: {v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}");
}
