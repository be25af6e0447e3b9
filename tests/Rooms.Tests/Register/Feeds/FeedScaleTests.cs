using Microsoft.EntityFrameworkCore;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>How long it takes is measured by <c>bin/bench --feed</c>.</summary>
public sealed class FeedScaleTests(ITestOutputHelper output)
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Five_thousand_people_come_in_at_once_and_the_same_again_changes_nothing(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var people = town.Many(5_000);

        var (_, state) = await town.ImportAsync(new(people));
        Assert.Equal(BatchState.Applied, state);
        Assert.Equal(5_000, await town.House.ReadAsync(db => db.Set<Assignment>().CountAsync(a => a.Record != null)));

        var (again, _) = await town.ImportAsync(new(people));
        Assert.Equal(5_000, (await town.CountsAsync(again))[Counted.Unchanged]);
        Assert.Equal(0, await town.House.ReadAsync(db => db.Set<Staged>().CountAsync(s => s.Batch == again)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_larger_one_goes_piece_by_piece_and_each_person_whole(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var people = town.Many(FeedApplying.LargestWhole + 200);

        var (id, state) = await town.ImportAsync(new(people));

        Assert.Equal(BatchState.Applied, state);
        Assert.Equal(people.Count, await town.House.ReadAsync(db => db.Set<Batch>().Where(b => b.Id == id).Select(b => b.Done).SingleAsync()));
        Assert.Equal(people.Count, await town.House.ReadAsync(db => db.Set<Assignment>().CountAsync(a => a.Record != null)));
        Assert.Equal(people.Count * 5, await town.House.ReadAsync(db => db.Set<Origin>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task As_many_statements_for_two_hundred_as_for_two(string database)
    {
        var counts = new List<int>();
        foreach (var size in new[] { 2, 200 })
        {
            await using var town = await FeedTown.OpenAsync(database);
            await town.ImportAsync(new([.. town.Many(400)[300..], town.Staff("z", "Zed Zet")]));
            var before = town.House.Statements.Sent.Count;
            await town.ImportAsync(new([.. town.Many(400)[300..], town.Staff("z", "Zed Zet"), .. town.Many(size)]));
            counts.Add(town.House.Statements.Sent.Skip(before).Count(s => !s.Contains("INSERT", StringComparison.Ordinal)));
        }

        output.WriteLine($"{database}: {string.Join(" and ", counts)} statements");
        Assert.Equal(counts[0], counts[1]);
    }
}
