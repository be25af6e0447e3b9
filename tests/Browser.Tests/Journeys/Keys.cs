using Microsoft.Playwright;

namespace Tupa.Tests;

/// <summary>A person with a keyboard and no pointer.</summary>
internal static class Keys
{
    private const int Most = 150;

    // What has the focus is drawn as having it: an outline of its own, or of the label or box that stands for it.
    private const string Seen = """
        () => {
          const at = document.activeElement;
          const drawn = e => { const s = e && getComputedStyle(e); return !!s && ((s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'); };
          const label = at.labels?.[0];
          const before = label && getComputedStyle(label, '::before');
          return drawn(at) || drawn(at.parentElement) || (!!before && before.outlineStyle !== 'none' && parseFloat(before.outlineWidth) > 0);
        }
        """;

    // Nothing that stays in place (top bar, bar of the composer, bottom bar) lies over it.
    private const string Clear = """
        () => {
          const at = document.activeElement, box = at.getBoundingClientRect();
          const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2);
          return !!top && (at.contains(top) || top.contains(at) || !!at.labels?.[0]?.contains(top));
        }
        """;

    /// <summary>Presses Tab until the element has the focus; says when it never does, when nothing shows that it has, or when it is covered.</summary>
    /// <param name="back">With Shift: what stands before.</param>
    public static async Task TabToAsync(this IPage page, string selector, bool back = false)
    {
        var passed = new List<string>();
        for (var i = 0; i < Most; i++)
        {
            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            if (!await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                passed.Add(await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 70)"));
                continue;
            }

            Assert.True(await page.EvaluateAsync<bool>(Seen), $"{selector} has the focus and nothing shows it");
            Assert.True(await page.EvaluateAsync<bool>(Clear), $"{selector} has the focus and is covered");
            return;
        }

        Assert.Fail($"Tab never came to {selector}; it passed\n{string.Join('\n', passed.TakeLast(30))}");
    }

    /// <summary>Tabs to the element and presses Enter.</summary>
    public static async Task EnterAsync(this IPage page, string selector)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Tabs to the field and types.</summary>
    public static async Task WriteAsync(this IPage page, string selector, string words)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.TypeAsync(words);
    }
}
