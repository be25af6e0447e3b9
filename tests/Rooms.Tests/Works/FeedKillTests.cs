using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>A large delivery goes on by itself however often the house is killed, and nobody is ever half.</summary>
public sealed class FeedKillTests(ITestOutputHelper output)
{
    // A claim lapses within a minute; each restarted house lives two later.
    private static (string, string) Later(int times) => ("Tupa__ClockShift", TimeSpan.FromMinutes(2 * times).ToString("hh\\:mm\\:ss", System.Globalization.CultureInfo.InvariantCulture));

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Killed_again_and_again_it_is_applied_whole_and_once(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var people = town.Many(FeedApplying.LargestWhole + 1_000);
        var id = await town.ReceiveAsync(new(people), atOnce: true);
        await town.House.InAsync(async (IServiceProvider services) =>
        {
            // Laid out, and let go of before it is applied: as if the process had died then.
            var (db, writing) = (services.GetRequiredService<TupaDb>(), services.GetRequiredService<Writing>());
            var batch = await db.Set<Batch>().AsNoTracking().SingleAsync(b => b.Id == id);
            var report = await services.GetRequiredService<FeedStaging>().StageAsync(
                batch, (await new TestReader(Source.Supervisors, "").ReadAsync(new(services.GetRequiredService<FeedFolder>().PathOf(id), ""), new(), default))!, new(), null, default);
            await writing.RunAsync(() => db.Set<Batch>().Where(b => b.Id == id).ExecuteUpdateAsync(set => set
                .SetProperty(b => b.State, BatchState.Applying).SetProperty(b => b.Changes, report.Changes).SetProperty(b => b.ClaimedUntil, town.House.Now.AddMinutes(-1))));
        });

        var done = 0;
        var random = new Random(20_26);
        for (var kill = 0; kill < 3; kill++)
        {
            await using var house = await TupaProcess.ServeAsync(Place.Of(town.House), Later(kill));
            var before = done;
            for (var i = 0; i < 300 && done == before; i++)
            {
                await Task.Delay(100);
                done = await DoneAsync(town, id);
            }

            await Task.Delay(random.Next(20, 700));
            await house.KillAsync();
            done = await DoneAsync(town, id);
            output.WriteLine($"{database}: killed after {done} of {people.Count}");
            Assert.InRange(done, before + 1, people.Count);
            await NobodyIsHalfAsync(town, done);
        }

        Assert.InRange(done, 1, people.Count - 1);
        await using var last = await TupaProcess.ServeAsync(Place.Of(town.House), Later(3));
        for (var i = 0; i < 600 && await town.House.ReadAsync(db => db.Set<Batch>().AnyAsync(b => b.Id == id && b.State == BatchState.Applying)); i++) await Task.Delay(100);

        Assert.Equal(BatchState.Applied, await town.House.ReadAsync(db => db.Set<Batch>().Where(b => b.Id == id).Select(b => b.State).SingleAsync()));
        await NobodyIsHalfAsync(town, people.Count);
    }

    private static Task<int> DoneAsync(FeedTown town, BatchId id) => town.House.ReadAsync(db => db.Set<Batch>().Where(b => b.Id == id).Select(b => b.Done).SingleAsync());

    private static async Task NobodyIsHalfAsync(FeedTown town, int done)
    {
        Assert.Equal(done, await town.House.ReadAsync(db => db.Set<Person>().CountAsync()));
        Assert.Equal(done, await town.House.ReadAsync(db => db.Set<CardA>().CountAsync()));
        Assert.Equal(done, await town.House.ReadAsync(db => db.Set<SourceRecord>().CountAsync(r => r.Person != null && r.Said != null)));
        Assert.Equal(done, await town.House.ReadAsync(db => db.Set<Assignment>().CountAsync()));
        Assert.Equal(done * 3, await town.House.ReadAsync(db => db.Set<GroupMember>().CountAsync()));
        Assert.Equal(done * 5, await town.House.ReadAsync(db => db.Set<Origin>().CountAsync()));
    }
}
