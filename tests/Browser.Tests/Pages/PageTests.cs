using System.Collections.Concurrent;
using Microsoft.Playwright;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Every page of the house, as a browser draws it.</summary>
public sealed class PageTests(Tour tour) : IClassFixture<Tour>
{
    /// <summary>Pages that no reader stops at, and why.</summary>
    private static readonly Dictionary<string, string> NotVisited = new(StringComparer.Ordinal);

    [Fact]
    public void Every_page_is_a_stop_of_the_tour_or_says_why_not()
    {
        var pages = RouteList.Of(tour.House).Where(r => r is { Method: "GET", IsPage: true }).Select(r => r.Pattern).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(pages);
        Assert.Empty(pages.Except(Stop.All.Keys).Except(NotVisited.Keys));
        Assert.Empty(Stop.All.Keys.Except(pages));
        Assert.Empty(NotVisited.Keys.Except(pages));
    }

    [Fact]
    public async Task Every_page_fits_its_window_and_axe_finds_nothing() =>
        await WalkAsync([.. Stop.All.Values, .. Stop.More], null, Looks.FaultsAsync);

    [Fact]
    public async Task The_pages_of_every_day_have_contrast_in_the_dark() =>
        await WalkAsync([.. Stop.OfEveryDay], o => o.ColorScheme = ColorScheme.Dark, Looks.ContrastAsync);

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task A_page_says_which_language_it_is_in(string language)
    {
        var visitor = await tour.OpenAsync(null, more: o => o.Locale = language);
        foreach (var path in new[] { "/sign-in", "/privacy", "/nowhere" }) await SaysAsync(visitor, path, language);

        var person = await tour.House.Town.StaffAsync($"Kieli {language}");
        await tour.House.InAsync((PersonActions people) => people.SetLanguageAsync(person, language));
        var page = await tour.OpenAsync(person, more: o => o.Locale = "de-DE");
        foreach (var path in new[] { "/", "/people", "/me", "/nowhere" }) await SaysAsync(page, path, language);
    }

    private static async Task SaysAsync(IPage page, string path, string language)
    {
        await page.GotoAsync(path);
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(language, await page.Locator("button[name=language][aria-current]").First.GetAttributeAsync("value"));
    }

    /// <summary>Two tabs at a time: the machine that runs this may have two cores.</summary>
    private async Task WalkAsync(Stop[] all, Action<BrowserNewContextOptions>? more, Func<IPage, string, Task<List<string>>> look)
    {
        var faults = new ConcurrentBag<string>();
        var stops = all.GroupBy(s => s.Who(tour)).SelectMany(g => g.Chunk(12));
        await Parallel.ForEachAsync(stops, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (mine, _) =>
        {
            var page = await tour.OpenAsync(mine[0].Who(tour), more: more);
            foreach (var stop in mine)
            {
                var path = stop.Path(tour);
                await page.SetViewportSizeAsync(1280, 900);
                var answer = await page.GotoAsync(path);
                if (answer!.Status != 200) faults.Add($"{path} answers {answer.Status}");
                if (new Uri(page.Url).PathAndQuery != path) faults.Add($"{path} leads to {page.Url}");
                foreach (var fault in await look(page, path)) faults.Add(fault);
            }

            await page.Context.CloseAsync();
        });
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }
}
