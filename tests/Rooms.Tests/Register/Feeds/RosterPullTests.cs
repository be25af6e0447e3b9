using System.Text;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class RosterPullTests : IAsyncLifetime
{
    private readonly DeliveryFolder _folder = new();
    private FakeRoster _service = null!;

    public async ValueTask InitializeAsync() => _service = await FakeRoster.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_whole_pull_is_read_like_a_package(bool total, bool links)
    {
        (_service.TellsTotal, _service.TellsLinks) = (total, links);
        var (whole, notes, path) = await PullAsync();

        Assert.True(whole, string.Join(' ', notes.InWords.Select(n => n.Reason.En)));
        var reading = (await FeedReading.Of(new OneRosterReader(new(), TimeProvider.System), new(path, "haku"))).Good();
        Assert.Equal(29, reading.People.Count);
        Assert.Equal("7B", reading.Person("h2").ClassName);
        Assert.Equal(new DateOnly(2026, 5, 31), Assert.Single(reading.Person("h1").Assignments).LastDay);
        Assert.Equal("Salmen koulu, \"Salmi\"", Assert.Single(reading.Feed!.Units).Name);
        Assert.DoesNotContain(FakeRoster.Forbidden, reading.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_for_no_more_than_is_read_and_keeps_nothing_else()
    {
        var (_, _, path) = await PullAsync();

        Assert.All(_service.Asked.Where(a => a.StartsWith("users", StringComparison.Ordinal) && a.Contains("fields=", StringComparison.Ordinal)), a => Assert.DoesNotContain("password", a, StringComparison.Ordinal));
        using var zip = new System.IO.Compression.ZipArchive(File.OpenRead(path));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            Assert.DoesNotContain(FakeRoster.Forbidden, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_pull_that_is_not_proven_complete_leaves_no_file()
    {
        (_service.TellsTotal, _service.TellsLinks) = (false, false);
        await RefusedAsync(PullText.Unproven, "orgs");

        (_service.TellsTotal, _service.TellsLinks, _service.Boast) = (true, true, 1);
        await RefusedAsync(PullText.Incomplete, "orgs");

        (_service.Boast, _service.Slips) = (0, true);
        await RefusedAsync(PullText.Moved, "users");

        (_service.Slips, _service.Cuts) = (false, true);
        await RefusedAsync(PullText.NotJson, "orgs");
    }

    [Fact]
    public async Task It_goes_nowhere_but_where_the_operator_has_said()
    {
        _service.Elsewhere = "http://127.0.0.1:9";
        await RefusedAsync(PullText.Elsewhere, null);
    }

    [Fact]
    public async Task It_waits_for_a_busy_service_and_asks_for_a_new_token_once()
    {
        (_service.Busy, _service.Stale) = (2, 1);
        var (whole, _, _) = await PullAsync();

        Assert.True(whole);
        Assert.Equal(2, _service.Asked.Count(a => a == "token"));
    }

    [Fact]
    public async Task Without_permission_or_answer_it_says_so()
    {
        await RefusedAsync(PullText.NoToken, null, secret: "väärä");

        var gone = _service.Address;
        await _service.DisposeAsync();
        await RefusedAsync(PullText.NoAnswer, null, address: gone);
        _service = await FakeRoster.StartAsync();
    }

    [Theory]
    [InlineData("Address", "http://sis.example.fi/v1p2")]
    [InlineData("TokenAddress", "")]
    [InlineData("ClientId", "")]
    [InlineData("ClientSecret", "")]
    public void An_impossible_setting_stops_the_start_with_a_sentence(string key, string value)
    {
        var told = new Dictionary<string, string> { ["Address"] = "https://sis.example.fi/v1p2", ["TokenAddress"] = "https://sis.example.fi/token", ["ClientId"] = "tupa", ["ClientSecret"] = "s", [key] = value };

        var failure = Assert.Throws<InvalidOperationException>(() => RosterPullSettings.Of(SchoolFeeds.Configuration([.. told.Select(t => ($"Tupa:Sources:OneRoster:{t.Key}", t.Value))])));
        Assert.Contains(key, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_secret_may_stand_in_a_file()
    {
        File.WriteAllText(_folder.Path("salaisuus"), "salaisuus\n");
        var settings = RosterPullSettings.Of(SchoolFeeds.Configuration(
            ("Tupa:Sources:OneRoster:Address", "https://sis.example.fi/v1p2"), ("Tupa:Sources:OneRoster:TokenAddress", "https://sis.example.fi/token"),
            ("Tupa:Sources:OneRoster:ClientId", "tupa"), ("Tupa:Sources:OneRoster:ClientSecret_FILE", _folder.Path("salaisuus"))));

        Assert.Equal("salaisuus", settings.ClientSecret);
        Assert.False(RosterPullSettings.Of(SchoolFeeds.Configuration()).IsConfigured);
    }

    private async Task RefusedAsync(Text reason, string? collection, string? secret = null, string? address = null)
    {
        var (whole, notes, path) = await PullAsync(secret, address);

        Assert.False(whole);
        Assert.False(File.Exists(path));
        Assert.Equal((reason, collection), (Assert.Single(notes.InWords).Reason, notes.InWords[0].File));
    }

    private async Task<(bool Whole, FeedNotes Notes, string Path)> PullAsync(string? secret = null, string? address = null)
    {
        var at = address ?? _service.Address;
        var settings = new RosterPullSettings { Address = $"{at}/rostering/v1p2", TokenAddress = $"{at}/token", ClientId = "tupa", ClientSecret = secret ?? "salaisuus" };
        var notes = new FeedNotes();
        var path = _folder.Path($"haku{Guid.CreateVersion7():N}.zip");
        return ((await new RosterPull(settings, Leading.To(new Uri(settings.Address).IdnHost), TimeProvider.System).PullAsync(path, null, notes, default)).Outcome == PullOutcome.Fetched, notes, path);
    }
}
