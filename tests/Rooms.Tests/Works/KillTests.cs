using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tupa.Blobs;

namespace Tupa.Tests;

/// <summary>What was acknowledged outlives the process, however it ends.</summary>
public sealed class KillTests
{
    // A claim of a job lapses within a minute; the restarted house lives two later.
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(2);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_killed_house_has_lost_nothing_that_it_acknowledged_and_goes_on_where_it_was(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        using var traffic = await Traffic.ByAsync(house);
        await using var killed = await TupaProcess.ServeAsync(Place.Of(house));
        await traffic.BeginAsync(killed);
        await traffic.MoreAsync(40);
        var picture = await traffic.UploadAsync(killed, await Samples.PictureAsync(), "silta.jpg");
        await killed.KillAsync();
        await traffic.EndAsync();

        await using var again = await TupaProcess.ServeAsync(Place.Of(house).Later(Later));
        await traffic.AllIsThereAsync(again, house);
        using var browser = traffic.Browser(again);
        Assert.NotEmpty(await Traffic.ReadyAsync(browser, $"/files/{picture}/{Rendition.Square}"));
        await EveryRowHasItsBytesAsync(house);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Ctrl_C_ends_the_house_in_order_also_while_somebody_listens_and_somebody_writes(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        using var traffic = await Traffic.ByAsync(house);
        await using var served = await TupaProcess.ServeAsync(Place.Of(house));
        using var listener = traffic.Browser(served);
        using var live = await listener.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await live.Content.ReadAsStreamAsync());
        Assert.Equal("retry: 5000", await stream.ReadLineAsync());
        await traffic.BeginAsync(served);
        await traffic.MoreAsync(20);
        var picture = await traffic.UploadAsync(served, await Samples.PictureAsync(), "silta.jpg");

        var code = await served.InterruptAsync();
        await traffic.EndAsync();
        Assert.Equal(0, code);

        // At its own time: a house that was told to stop leaves no claim behind.
        await using var again = await TupaProcess.ServeAsync(Place.Of(house));
        await traffic.AllIsThereAsync(again, house);
        using var browser = traffic.Browser(again);
        Assert.NotEmpty(await Traffic.ReadyAsync(browser, $"/files/{picture}/{Rendition.Square}"));
    }

    private static async Task EveryRowHasItsBytesAsync(TestHouse house)
    {
        var blobs = Path.Combine(house.Folder, "blobs");
        foreach (var blob in await house.ReadAsync(db => db.Set<Blob>().Where(b => b.Media != MediaState.Ready).ToListAsync()))
            Assert.Equal(blob.Sha256, await DigestAsync(Path.Combine(blobs, "waiting", blob.Id.ToString())));
        foreach (var kept in await house.ReadAsync(db => db.Set<Rendition>().Select(r => r.Sha256).ToListAsync()))
            Assert.Equal(kept, await DigestAsync(Path.Combine(blobs, kept[..2], kept[2..4], kept)));
    }

    private static async Task<string> DigestAsync(string file) => Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file)));
}
