using AngleSharp.Dom;

namespace Tupa.Tests;

/// <summary>What is wrong in a form is said by the house, in the reader's language. A browser would say it in its own, and about one field at a time.</summary>
public sealed class FormTests
{
    [Fact]
    public async Task No_form_leaves_it_to_the_browser_to_say_what_is_missing()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await RouteTown.BuildAsync(house);
        var (seen, spoken) = (0, new List<string>());
        foreach (var route in RouteList.Of(house).Where(r => r.IsPage && r.Method == "GET"))
        {
            if (town.Address(route) is not { } address) continue;

            using var client = route.Who == "visitor" ? house.Visitor() : await house.SignedInAsync(town.Opens(route));
            foreach (var form in (await client.PageAsync(address)).QuerySelectorAll("form[method=post]").Where(IsChecked))
            {
                seen++;
                if (!form.HasAttribute("novalidate")) spoken.Add($"{route.Pattern}: {form.GetAttribute("action")}");
            }
        }

        Assert.True(seen > 15, $"Only {seen} forms were found");
        Assert.Empty(spoken);
    }

    private static bool IsChecked(IElement form) =>
        form.QuerySelector("[required], [min], [max], [minlength], [pattern], input[type=email], input[type=url], input[type=date], input[type=time], input[type=number]") is not null;
}
