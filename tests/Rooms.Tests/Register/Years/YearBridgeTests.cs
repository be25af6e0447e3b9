using Microsoft.EntityFrameworkCore;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Between two school years nobody who goes on is without, however many they are.</summary>
public sealed class YearBridgeTests
{
    private const int Many = 250;

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Each_of_those_who_go_on_is_looked_at_once(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var (last, next, more) = (town.Last(), town.Next(), Enumerable.Range(0, Many).Select(i => $"q{i:000}").ToList());
        await town.Feeds.ImportAsync(last with { People = [.. last.People, .. more.Select(k => town.Pupil(k, "7B", "c7"))] }, Source.Schools, YearTown.Feed);
        var id = await town.PlanAsync(next with { People = [.. next.People, .. more.Select(k => town.Next(town.Pupil(k, "8B", "c7")))] });
        Assert.Null(await town.ApproveAsync(id));
        var change = await town.ChangeAsync(id);

        var spanned = 0;
        var sent = await town.House.Statements.KeptDuringAsync(async () => spanned = await town.House.InAsync((YearBridging bridging) => bridging.SpanAsync(change, default)));

        // Piece after piece, each from where the one before it ended.
        var begun = sent.SelectMany(s => s.Given).Where(p => p.ParameterName.Contains("after", StringComparison.Ordinal)).Select(p => (string)p.Value!).ToList();
        Assert.InRange(begun.Count, 3, 5);
        Assert.Equal(begun.Distinct().Order(StringComparer.Ordinal), begun);
        Assert.InRange(spanned, Many, Many + YearTown.Here);
        Assert.Equal(spanned, await town.House.ReadAsync(db => db.Set<YearBridge>().CountAsync(b => b.Change == id)));

        Assert.Equal(0, await town.House.InAsync((YearBridging bridging) => bridging.SpanAsync(change, default)));
        town.Come();
        Assert.Equal("7B, Luokan tila", await town.InAsync(more[^1]));
    }
}
