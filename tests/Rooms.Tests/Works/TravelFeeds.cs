using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Takes the deliveries of a town through the real feeds, and counts what has become of them.</summary>
/// <param name="administrator">Who looks at what waits, and decides.</param>
internal sealed class TravelFeeds(TestHouse house, PersonId administrator)
{
    private readonly Dictionary<(Source Source, BatchState State), int> _came = [];

    /// <summary>How many deliveries of each source have come to what.</summary>
    public List<string> Came => Written(_came.Select(c => (c.Key.Source, c.Key.State, c.Value)));

    /// <summary>One that is meant: where it waits, the administrator lets it through. Returns what it was braked for.</summary>
    /// <param name="reviewed">It waits for the administrator, whatever the brake says.</param>
    public async Task<BrakeCause> DeliverAsync(Source source, byte[] file, bool reviewed = false)
    {
        var (id, state) = await ReceivedAsync(source, file, "aineisto", atOnce: !reviewed);
        var brake = await house.ReadAsync(db => db.Set<Batch>().Where(b => b.Id == id).Select(b => b.Brake).SingleAsync());
        Assert.Equal(reviewed || brake != BrakeCause.None ? BatchState.Waiting : BatchState.Applied, state);
        if (state == BatchState.Waiting)
        {
            Assert.Null(await house.InAsync((FeedActions feeds) => feeds.ApproveAsync(id, "Tarkistettu", Actor.Of(administrator))));
            Assert.Equal(BatchState.Applied, await RunAsync(id));
        }

        Count(source, BatchState.Applied);
        return brake;
    }

    /// <summary>One that comes to nothing: the words in it, and those of its name, must be nowhere after a day.</summary>
    public async Task LoseAsync(Source source, byte[] file, string name, BatchState becomes)
    {
        var (id, state) = await ReceivedAsync(source, file, name, atOnce: false, dryRun: becomes == BatchState.Tried);
        Assert.Equal(becomes is BatchState.Rejected or BatchState.Lapsed ? BatchState.Waiting : becomes, state);
        if (becomes == BatchState.Rejected)
            Assert.Null(await house.InAsync((FeedActions feeds) => feeds.RejectAsync(id, "Väärä tiedosto", Actor.Of(administrator))));
        Count(source, becomes);
    }

    /// <summary>The same as the house has noted it.</summary>
    public async Task<List<string>> NotedAsync() => Written(
        (await house.ReadAsync(db => db.Set<Batch>().GroupBy(b => new { b.Source, b.State }).Select(g => new { g.Key.Source, g.Key.State, Count = g.Count() }).ToListAsync()))
        .Select(b => (b.Source, b.State, b.Count)));

    private static List<string> Written(IEnumerable<(Source Source, BatchState State, int Count)> came) =>
        [.. came.Select(c => $"{c.Source} {c.State} {c.Count}").Order(StringComparer.Ordinal)];

    private async Task<(BatchId Id, BatchState State)> ReceivedAsync(Source source, byte[] file, string name, bool atOnce, bool dryRun = false)
    {
        var format = source switch { Source.Schools => "oneroster", Source.Decisions => "popolo", _ => "esihenkilot-csv" };
        using var body = new MemoryStream(file);
        var (batch, refusal) = await house.InAsync((FeedActions feeds) => feeds.ReceiveAsync(body, name, format, dryRun, atOnce, Actor.House("test.travel")));
        Assert.Null(refusal);
        return (batch!.Value, await RunAsync(batch.Value));
    }

    private Task<BatchState> RunAsync(BatchId id) => house.InAsync((FeedRunner runner) => runner.RunAsync(id));

    private void Count(Source source, BatchState state) => _came[(source, state)] = _came.GetValueOrDefault((source, state)) + 1;
}
