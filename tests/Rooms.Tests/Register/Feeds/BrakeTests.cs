using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class BrakeTests
{
    [Theory]
    [InlineData(100, 10, false)]
    [InlineData(100, 11, true)]
    [InlineData(1000, 100, false)]
    [InlineData(1000, 101, true)]
    [InlineData(0, 0, false)]
    [InlineData(3518, 387, true)]
    [InlineData(2_000_000_000, 200_000_000, false)]
    public void More_than_a_tenth_ending_is_too_many(int live, int ending, bool held) => Assert.Equal(held, FeedBrake.TooManyEnd(live, ending));

    [Theory]
    [InlineData(500, 1000, false)]
    [InlineData(499, 1000, true)]
    [InlineData(1, 0, false)]
    public void Under_half_of_the_last_one_is_too_small(long bytes, long last, bool held) => Assert.Equal(held, FeedBrake.TooSmall(bytes, last));

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Too_many_ends_wait_for_a_second_person_with_a_reason(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var people = town.Many(40);
        await town.ImportAsync(new(people));
        var sender = await town.StewardAsync("Aino Mäki");
        var second = await town.StewardAsync("Eero Lahti");
        var stranger = await town.StewardAsync("Kai Virta", Source.Schools);
        var before = await town.StateAsync();

        var id = await town.ReceiveAsync(new(people[..35]), by: sender);
        Assert.Equal(BatchState.Waiting, await town.RunAsync(id));
        Assert.Equal(before, await town.StateAsync());
        Assert.Equal(FeedText.SecondPerson, await ApproveAsync(town, id, "Tarkistettu", sender));
        Assert.Equal(FeedText.NoReason, await ApproveAsync(town, id, " ", second));
        Assert.Equal(Refusal.Absent.Reason, await ApproveAsync(town, id, "Tarkistettu", stranger));
        Assert.Equal(before, await town.StateAsync());

        Assert.Null(await ApproveAsync(town, id, "Tarkistettu", second));
        Assert.Equal(BatchState.Applied, await town.RunAsync(id));
        Assert.Equal(35, await town.House.ReadAsync(db => db.Set<Assignment>().CountAsync(a => a.Source == Source.Supervisors && a.Record != null && a.UntilUtc > town.House.Now)));
        Assert.Equal(0, await town.House.ReadAsync(db => db.Set<Staged>().CountAsync()));
        var audited = await town.House.AuditedAsync();
        Assert.Contains("register.batch.braked", audited);
        Assert.Contains("register.batch.approve refused", audited);
        Assert.Contains("register.batch.approved", audited);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_empty_or_halved_delivery_removes_nobody_and_can_be_sent_back(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        await town.ImportAsync(new(town.Many(40)));
        var steward = await town.StewardAsync("Aino Mäki");
        var before = await town.StateAsync();

        var (empty, state) = await town.ImportAsync(new([]));
        Assert.Equal(BatchState.Waiting, state);
        Assert.Null(await town.House.InAsync((FeedActions feeds) => feeds.RejectAsync(empty, "Tyhjä tiedosto", steward)));
        Assert.Equal(FeedText.NotWaiting, await ApproveAsync(town, empty, "Sittenkin", steward));

        // A newer delivery takes the place of one that waits, and that one lapses.
        var (first, _) = await town.ImportAsync(new(town.Many(20)));
        await town.ImportAsync(new(town.Many(19)));
        Assert.Equal(BatchState.Lapsed, await town.RunAsync(first));
        Assert.Equal(before, await town.StateAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_ran_out_by_itself_is_no_end_of_the_delivery_that_no_longer_names_it(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var leaving = town.Many(20).ConvertAll(p => p with { Assignments = [p.Assignments[0] with { LastDay = town.Today }] });
        var staying = town.Many(45)[20..];
        await town.ImportAsync(new([.. leaving, .. staying]));
        town.House.Clock.Move(TimeSpan.FromDays(2));

        var (_, state) = await town.ImportAsync(new(staying));

        Assert.Equal(BatchState.Applied, state);
    }

    private static async Task<Text?> ApproveAsync(FeedTown town, BatchId id, string reason, Actor by) =>
        (await town.House.InAsync((FeedActions feeds) => feeds.ApproveAsync(id, reason, by)))?.Reason;
}
