using Microsoft.Extensions.DependencyInjection;
using Tupa.Blobs;
using Tupa.Server;

namespace Tupa.Tests;

/// <summary>A demo is heard on its own machine only, and no house is heard beyond it without a scanner.</summary>
public sealed class ListenRuleTests(FilledHouses houses) : IClassFixture<FilledHouses>
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080;http://[::1]:5080")]
    [InlineData("http://unix:/run/tupa/tupa.sock")]
    public void A_demo_without_a_scanner_listens_on_its_own_machine(string listen) =>
        ListenRule.Check(new Settings { Listen = listen }, demo: true, new Scanner(IsOn: false));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://127.0.0.1:5080;http://[::]:5081")]
    [InlineData("http://tupa.example:80")]
    public void A_demo_is_not_heard_by_others_unless_that_is_said(string listen)
    {
        var settings = new Settings { Listen = listen };
        var refused = Assert.Throws<NotServedException>(() => ListenRule.Check(settings, demo: true, new Scanner(IsOn: true)));
        Assert.Contains("--demo-in-public", refused.Message, StringComparison.Ordinal);

        settings.DemoInPublic = true;
        ListenRule.Check(settings, demo: true, new Scanner(IsOn: true));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nobody_else_hears_a_house_without_a_scanner(bool demo)
    {
        var settings = new Settings { Listen = "http://0.0.0.0:5080", DemoInPublic = true };
        var refused = Assert.Throws<NotServedException>(() => ListenRule.Check(settings, demo, new Scanner(IsOn: false)));
        Assert.Contains("Tupa__Blobs__Scanner", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoints_of_Kestrel_count_too() => Assert.Throws<NotServedException>(() => ListenRule.Check(
        Settings.Read([new("Kestrel:Endpoints:Other:Url", "http://0.0.0.0:5090")]), demo: true, new Scanner(IsOn: true)));

    [Fact]
    public async Task A_house_opened_on_a_demo_says_so_and_bears_its_citys_name()
    {
        var (filled, _) = await houses.OfAsync("sqlite");
        var settings = Settings.Read([new("Tupa:Folder", filled.Folder), new("Tupa:Listen", "http://127.0.0.1:0")]);
        await using var app = await HouseHost.BuildAsync(settings, null, default);

        Assert.Equal("Kuusisalmen kaupunki", settings.City);
        Assert.Contains(app.Services.GetRequiredService<HouseBanners>().Now, banner => banner.Fi.StartsWith("Esittelykunta", StringComparison.Ordinal));

        settings.Listen = "http://0.0.0.0:5080";
        await Assert.ThrowsAsync<NotServedException>(() => HouseHost.BuildAsync(settings, null, default));
    }

    private sealed record Scanner(bool IsOn) : IScanner
    {
        public Task<Verdict> ScanAsync(Stream bytes, long length, CancellationToken stop) => throw new NotSupportedException();

        public Task<ScanningState> StateAsync(CancellationToken stop) => throw new NotSupportedException();
    }
}
