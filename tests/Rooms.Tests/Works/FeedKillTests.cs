using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>A delivery goes on by itself however often the house is killed, a small one whole or not at all, and nobody is ever half.</summary>
public sealed class FeedKillTests(ITestOutputHelper output)
{
    private const int People = 60;

    /// <summary>On each of two databases: twenty moments.</summary>
    private const int Kills = 10;

    // A claim lapses within a minute; each restarted house lives two later.
    private static TimeSpan Later(int times) => TimeSpan.FromMinutes(2 * times);

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
            await using var house = await TupaProcess.ServeAsync(Place.Of(town.House).Later(Later(kill)));
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
        await using var last = await TupaProcess.ServeAsync(Place.Of(town.House).Later(Later(3)));
        for (var i = 0; i < 600 && await town.House.ReadAsync(db => db.Set<Batch>().AnyAsync(b => b.Id == id && b.State == BatchState.Applying)); i++) await Task.Delay(100);

        Assert.Equal(BatchState.Applied, await town.House.ReadAsync(db => db.Set<Batch>().Where(b => b.Id == id).Select(b => b.State).SingleAsync()));
        await NobodyIsHalfAsync(town, people.Count);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Killed_at_a_random_moment_a_delivery_is_untouched_or_completes_by_itself(string database)
    {
        await using var town = await FeedTown.OpenAsync(database);
        var (watch, seed) = (Stopwatch.StartNew(), Random.Shared.Next());
        var chance = new Random(seed);
        var place = Place.Of(town.House);
        var (code, _, complained) = await TupaProcess.RunAsync(place, await DeliveryAsync(town, 0));
        Assert.True(code == 0, complained);
        var whole = watch.Elapsed;
        Assert.Equal(0, await StandsAsync(town));
        for (var (kill, stands) = (1, 0); kill <= Kills; kill++)
        {
            var before = await BatchesAsync(town);
            await using (var running = TupaProcess.Begin(place, await DeliveryAsync(town, kill)))
            {
                // Every other one at any moment, the rest once the delivery has been taken in: else most would die before they had begun.
                var taken = kill % 2 == 0;
                for (var i = 0; taken && i < 3_000 && !running.HasEnded && await BatchesAsync(town) == before; i++) await Task.Delay(10);
                await Task.Delay((taken ? TimeSpan.FromSeconds(1) : whole) * chance.NextDouble());
                await running.KillAsync();
            }

            // At the moment of death: everybody as they were, or everybody as delivered.
            var dead = await StandsAsync(town);
            Assert.True(dead == stands || dead == kill, $"seed {seed}, kill {kill}: {dead} stands");

            // A house that starts again goes on by itself with what was taken in, and knows nothing of what was not.
            town.House.Clock.StopAt(place.Now.AddMinutes(5));
            await town.House.InAsync((FeedWork work) => work.RunAsync(default));
            var arrived = await BatchesAsync(town) > before;
            output.WriteLine($"{database}, seed {seed}, kill {kill}: {(dead == kill ? "applied" : arrived ? "taken in" : "not begun")}");
            Assert.Equal(arrived ? kill : stands, await StandsAsync(town));
            Assert.Equal(0, await town.House.ReadAsync(async db => await db.Set<Batch>().CountAsync(b => b.State != BatchState.Applied) + await db.Set<Staged>().CountAsync()));
            stands = arrived ? kill : stands;
        }
    }

    /// <summary>The command that delivers everybody under other names, other addresses and in another unit.</summary>
    private static async Task<string[]> DeliveryAsync(FeedTown town, int number)
    {
        var file = Path.Combine(town.House.Folder, $"delivery-{number}.csv");
        var first = town.Today.AddDays(-40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file,
        [
            string.Join(';', SupervisorColumns.All),
            .. Enumerable.Range(0, People).Select(i => $"{i};Suku{number};Etu{i};etu.suku{i};nimi{number}.{i}@kuusisalmi.example;{(number % 2 == 0 ? "Kirjasto" : "Kuusisalmen kaupunki")};;{first};;"),
        ]);
        return ["import", file, "--format", "esihenkilot-csv"];
    }

    private static Task<int> BatchesAsync(FeedTown town) => town.House.ReadAsync(db => db.Set<Batch>().CountAsync());

    /// <summary>Which delivery stands: of everybody the same, in every table.</summary>
    private static async Task<int> StandsAsync(FeedTown town)
    {
        var cards = await town.House.ReadAsync(db => db.Set<CardA>().AsNoTracking().ToListAsync());
        Assert.Equal(People, cards.Count);
        var number = int.Parse(cards[0].FamilyName["Suku".Length..], CultureInfo.InvariantCulture);
        Assert.All(cards, c => Assert.Equal(($"Suku{number}", $"nimi{number}"), (c.FamilyName, c.Email!.Split('.')[0])));
        await town.House.ReadAsync(async db =>
        {
            var unit = number % 2 == 0 ? town.Library : town.City;
            var open = await db.Set<Assignment>().AsNoTracking().Where(a => a.UntilUtc == Helsinki.Never).ToListAsync();
            Assert.Equal((People, People), (open.Count, open.Select(a => a.Person).Distinct().Count()));
            Assert.All(open, a => Assert.Equal(unit, a.Unit));
            Assert.Equal(People, await db.Set<Person>().CountAsync(p => p.UsedUntil == Helsinki.Never));
            Assert.Equal(People, await db.Set<SourceRecord>().CountAsync(r => r.Person != null && r.Said != null));
            Assert.Equal(People, await db.Set<GroupMember>().CountAsync(m => m.Group == GroupId.Staff && m.UntilUtc == Helsinki.Never));
            Assert.Equal(People, await db.Set<Tupa.Access.Account>().CountAsync());
            return true;
        });
        return number;
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
