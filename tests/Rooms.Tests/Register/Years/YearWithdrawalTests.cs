using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Whoever has sent the wrong file takes it back at once, however far the house has come with it.</summary>
public sealed class YearWithdrawalTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_waits_to_be_read_is_taken_back_on_its_page_and_its_file_is_gone_with_it(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        await town.House.ServeAsync();
        using var administrator = await town.House.SignedInAsync(await town.House.AdministratorAsync("Outi Opetus", "B"));
        var before = await town.Feeds.StateAsync();
        var change = await town.SendAsync(town.Next());
        var path = $"/register/years/{change}";
        Assert.Single(town.Feeds.Files());

        Assert.NotNull((await administrator.PageAsync(path)).QuerySelector($"form[action='{path}/withdrawal']"));
        for (var time = 0; time < 2; time++)
            Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await administrator.PostAsync($"{path}/withdrawal", ("reason", "Väärä tiedosto"))).StatusCode);

        Assert.Empty(town.Feeds.Files());
        await town.WorkAsync();
        await NothingAsync(town, change);
        Assert.Equal(before, await town.Feeds.StateAsync());
        Assert.Contains("Väärä tiedosto", (await administrator.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["received", "withdrawn"],
            (await town.House.AuditedAsync()).Where(a => a.StartsWith("register.year.", StringComparison.Ordinal)).Select(a => a["register.year.".Length..]));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Taken_back_in_the_middle_of_its_reading_nothing_more_of_it_is_put_down(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var change = await town.SendAsync(town.Next());
        town.House.Services.GetRequiredService<Meanwhile>().At = async person =>
        {
            if (person == 20) Assert.Null(await town.WithdrawAsync(change, "Väärä tiedosto"));
        };

        await town.WorkAsync();

        await NothingAsync(town, change);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Taken_back_while_its_plan_is_laid_out_there_is_no_plan(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var change = await town.PlanAsync(town.Next());
        Assert.Null(await town.House.InAsync((YearActions years) => years.RehearseAsync(change, town.Sender)));
        var run = (await town.ChangeAsync(change)).Run;

        Assert.Equal(BatchState.Rejected, await town.House.InAsync((FeedRunner runner) => runner.RunAsync(run, new Step(() => town.WithdrawAsync(change)))));

        await NothingAsync(town, change);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Taken_back_by_one_and_read_by_another_at_once_nothing_of_it_stays_whoever_is_first(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        for (var round = 0; round < 8; round++)
        {
            var change = await town.SendAsync(town.Next());
            var reading = Task.Run(() => town.House.InAsync((FeedWork work) => work.RunAsync(default)));

            // From before anything has been read until it has all been laid out.
            for (var steps = round * 3; steps > 0 && !reading.IsCompleted; steps--) await town.KeptAsync();
            Assert.Null(await town.WithdrawAsync(change));
            await reading;

            await NothingAsync(town, change);
        }
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_decision_on_a_change_sent_twice_is_made_once_and_answered_alike(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        var change = await town.PlanAsync(town.Next());
        await AlikeAsync(() => town.House.InAsync((YearActions years) => years.RehearseAsync(change, town.Sender)));
        await town.WorkAsync();
        await AlikeAsync(() => town.ApproveAsync(change));
        await AlikeAsync(() => town.WithdrawAsync(change));

        var audited = await town.House.AuditedAsync();
        foreach (var deed in new[] { "rehearsed", "approved", "withdrawn" }) Assert.Single(audited, a => a == $"register.year.{deed}");
        Assert.DoesNotContain(audited, a => a.EndsWith(" refused", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Of_two_that_are_approved_at_once_one_stands(string database)
    {
        await using var town = await YearTown.OpenAsync(database);
        for (var round = 0; round < 4; round++)
        {
            // The older one is laid out anew while the newer one comes, so that both wait.
            var older = await town.PlanAsync(town.Next());
            Assert.Null(await town.House.InAsync((YearActions years) => years.RehearseAsync(older, town.Sender)));
            var newer = await town.SendAsync(town.Next());
            await town.House.InAsync(async (FeedRunner runner) => await runner.RunAsync((await town.ChangeAsync(newer)).Run));
            await town.WorkAsync();
            Assert.Equal((YearState.Waiting, YearState.Waiting), (await town.StateAsync(older), await town.StateAsync(newer)));

            await Task.WhenAll(new[] { older, newer }.Select(c => Task.Run(() => town.ApproveAsync(c))));

            var states = new[] { await town.StateAsync(older), await town.StateAsync(newer) };
            Assert.Equal([YearState.Approved, YearState.Replaced], states.Order());
            Assert.Null(await town.WithdrawAsync(states[0] == YearState.Approved ? older : newer));
            Assert.Equal(0, await town.KeptAsync());
        }
    }

    private static async Task AlikeAsync(Func<Task<Refusal?>> deed) => Assert.All(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(deed))), Assert.Null);

    private static async Task NothingAsync(YearTown town, YearChangeId change)
    {
        Assert.Equal(YearState.Withdrawn, await town.StateAsync(change));
        Assert.Equal(0, await town.KeptAsync());
        Assert.Empty(town.Feeds.Files());
        Assert.False(await town.House.ReadAsync(db => db.Set<Batch>().AnyAsync(b => b.EndedAt == null)));
    }

    /// <summary>Does something when a piece has been laid out, once, and waits for it.</summary>
    private sealed class Step(Func<Task<Refusal?>> deed) : IProgress<FeedStep>
    {
        private bool _done;

        public void Report(FeedStep value)
        {
            if (_done) return;
            _done = true;
            Assert.Null(Task.Run(deed).GetAwaiter().GetResult());
        }
    }
}
