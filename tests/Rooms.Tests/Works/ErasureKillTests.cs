using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>An erasure that is killed leaves nobody half, and goes on by itself until everybody is gone.</summary>
public sealed class ErasureKillTests
{
    private const int People = 240;
    private const int Kills = 20;

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Killed_at_twenty_random_moments_it_completes_and_nobody_is_ever_half(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var town = await PostTown.OpenAsync(house);
        var leaving = new List<PersonId>();
        for (var i = 0; i < People; i++)
        {
            var person = await house.Town.StaffAsync($"Aino Mäki{i}");
            leaving.Add(person);
            if (i % 8 != 0) continue;
            await house.Town.JoinAsync(person, town.Space.Members, 20);
            await town.SayAsync(await town.PostAsync(person), person, "Oma kommentti");
        }

        await house.EndedLongAgoAsync(leaving);
        var chance = new Random(People);
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = await LeftAsync(house, leaving);
            if (before.Count == 0) break;

            await using var running = TupaProcess.Begin(Place.Of(house), "erase", "--run");
            for (var i = 0; i < 600 && !running.HasEnded && (await LeftAsync(house, leaving)).Count == before.Count; i++) await Task.Delay(10);
            await Task.Delay(chance.Next(120));
            await running.KillAsync();
            await NobodyIsHalfAsync(house, leaving);
        }

        var (code, _, complained) = await TupaProcess.RunAsync(Place.Of(house), ["erase", "--run"]);
        Assert.True(code == 0, complained);
        Assert.Empty(await LeftAsync(house, leaving));
        foreach (var person in leaving.Where((_, i) => i % 24 == 0)) Assert.Equal(0, await house.RemainingAsync(person));

        // Each is counted once, in certificates that were begun, killed and ended.
        var certificates = await house.CertificatesAsync();
        Assert.Equal(People, certificates.Sum(c => c.People));
        Assert.All(certificates, c => Assert.True(c.EndedAt is not null && Certificate.Holds(c)));
        var ledger = house.Services.GetRequiredService<Ledger>();
        Assert.Empty(leaving.Select(ledger.DigestOf).Except(ledger.Read()!.Entries.Select(e => e.Digest)));
    }

    private static Task<List<PersonId>> LeftAsync(TestHouse house, List<PersonId> leaving) =>
        house.ReadAsync(db => db.Set<Person>().Where(p => leaving.Contains(p.Id)).Select(p => p.Id).ToListAsync());

    /// <summary>Who is there has everything; who is not has nothing.</summary>
    private static async Task NobodyIsHalfAsync(TestHouse house, List<PersonId> leaving)
    {
        var left = await LeftAsync(house, leaving);
        Assert.Equal(left.Order(), (await house.ReadAsync(db => db.Set<CardA>().Where(c => leaving.Contains(c.Person)).Select(c => c.Person).ToListAsync())).Order());
        Assert.Equal(left.Order(), (await house.ReadAsync(db => db.Set<Assignment>().Where(a => leaving.Contains(a.Person)).Select(a => a.Person).ToListAsync())).Order());
        var authors = await house.ReadAsync(db => db.Set<Posts.Comment>().Where(c => c.Author != null).Select(c => c.Author!.Value).ToListAsync());
        Assert.Equal(leaving.Where((p, i) => i % 8 == 0 && left.Contains(p)).Order(), authors.Order());
        Assert.Equal(0, await house.ReadAsync(db => db.Set<ErasureTask>().CountAsync()));
    }
}
