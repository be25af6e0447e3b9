using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Tests;

/// <summary>
/// Three years of a town of three hundred, night after night, with what its sources deliver each month: of whoever has been erased no
/// byte is left, and nobody is left longer than nine months. <c>bin/bench --town</c> lives them with five thousand.
/// </summary>
public sealed class TimeTravelTests(ITestOutputHelper output)
{
    private const int Nights = 1095;
    private static readonly int People = int.Parse(Environment.GetEnvironmentVariable("TUPA_TRAVEL_PEOPLE") ?? "300", CultureInfo.InvariantCulture);

    /// <summary>Both, unless <c>TUPA_TRAVEL_DATABASE</c> names one.</summary>
    public static TheoryData<string> Databases => Environment.GetEnvironmentVariable("TUPA_TRAVEL_DATABASE") is { Length: > 0 } one ? [one] : TestHouse.Databases;

    [Theory, MemberData(nameof(Databases))]
    public async Task After_three_years_no_byte_of_an_erased_person_is_left(string database)
    {
        if (database == "postgres" && Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 })
            Assert.Skip("TEST_POSTGRES names a server whose files cannot be read from here.");

        var watch = Stopwatch.StartNew();
        var log = new KeptLog();
        await using var house = await TestHouse.OpenAsync(database, more: services => services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Information)));
        var dawn = Helsinki.StartOf(new DateOnly(2026, 1, 7)).AddHours(2);
        house.Clock.StopAt(dawn);
        var town = await TravelTown.FoundAsync(house, People, new Random(20260107));
        var (life, months) = (new TravelLife(house, town), new TravelMonths(house, town));
        for (var night = 1; night <= Nights; night++)
        {
            house.Clock.StopAt(Helsinki.StartOf(Helsinki.Day(dawn).AddDays(night)).AddHours(2));
            await life.DayAsync(night);
            if (house.Clock.Today().Day == 15) await months.PassAsync();
            await house.RunJobsAsync();
        }

        // What is still being waited for (a blob's hour) is over.
        house.Clock.Move(TimeSpan.FromHours(2));
        await house.RunJobsAsync();
        output.WriteLine($"{People} people, {Nights} nights in {watch.Elapsed.TotalSeconds:0} s; {months.Returned.Known} returned, {months.Returned.Anew} after their erasure");

        Assert.Equal((3, 1), months.Turned);
        Assert.True(months.Returned.Known > People / 60 && months.Returned.Anew > People / 60, $"{months.Returned} returned");
        await FedAsync(house, town);
        await OnceEachAsync(house);
        var needles = await GoneAsync(house, town);
        foreach (var stranger in months.Strangers) stranger.AddTo(needles);
        var certificates = await house.CertificatesAsync();
        Assert.All(certificates, c => Assert.True(c is { Failed: 0, Left: "", EndedAt: not null } && Certificate.Holds(c), Certificate.Words(c)));
        Assert.True(certificates.Sum(c => c.People) > People / 3 && certificates.Sum(c => c.Cards) > People / 60, $"{certificates.Sum(c => c.People)} people and {certificates.Sum(c => c.Cards)} cards were erased");

        var found = needles.InFolder(house.Folder).Concat(needles.In(System.Text.Encoding.UTF8.GetBytes(log.All()), "the log")).ToList();
        if (database == "postgres") found.AddRange(await InClusterAsync(house, needles));
        output.WriteLine($"{needles.Count} words looked for, {watch.Elapsed.TotalSeconds:0} s in all");
        Assert.Empty(found);
    }

    /// <summary>Each feed ran as often as it was delivered, and nothing of what was delivered lies about.</summary>
    private static async Task FedAsync(TestHouse house, TravelTown town)
    {
        Assert.Equal(town.Feeds.Came, await town.Feeds.NotedAsync());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(house.Folder, "blobs", "incoming", "feeds")));
        Assert.Equal(0, await house.ReadAsync(async db => await db.Set<Staged>().CountAsync() + await db.Set<StagedGroup>().CountAsync() + await db.Set<SameTask>().CountAsync()));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Batch>().CountAsync(b => b.FileName != null || b.EndedAt == null)));
    }

    /// <summary>Nobody is two persons: neither by what a source calls them, nor by name, which here is each one's own.</summary>
    private static async Task OnceEachAsync(TestHouse house)
    {
        var keys = await house.ReadAsync(db => db.Set<SourceRecord>().Select(r => new { Called = r.Key, r.Person }).ToListAsync());
        var names = await house.ReadAsync(db => db.Set<CardA>().Select(c => new { Called = c.FamilyName, Person = (PersonId?)c.Person })
            .Concat(db.Set<CardB>().Select(c => new { Called = c.FamilyName, Person = (PersonId?)c.Person })).ToListAsync());
        Assert.NotEmpty(keys);
        Assert.All(keys.Concat(names).GroupBy(c => c.Called), same => Assert.Single(same.Select(c => c.Person).Distinct()));
    }

    /// <summary>The words of everybody who is gone; and nobody who should be is still there.</summary>
    private static async Task<Needles> GoneAsync(TestHouse house, TravelTown town)
    {
        var rule = house.Services.GetRequiredService<EraseBy>();
        var here = await house.ReadAsync(db => db.Set<Person>().ToDictionaryAsync(p => p.Id, p => p.UsedUntil));
        var schooled = (await house.ReadAsync(db => db.Set<CardB>().Select(c => c.Person).ToListAsync())).ToHashSet();
        Assert.DoesNotContain(here.Values, end => rule.Day(end) < house.Clock.Today());

        var needles = new Needles();
        foreach (var person in town.Everyone)
        {
            Assert.True(here.ContainsKey(person.Id) || person.Left is not null, "Somebody was erased who had not left");
            if (!here.ContainsKey(person.Id))
            {
                person.AddTo(needles);
                continue;
            }

            person.AddErasedTo(needles);
            if (!schooled.Contains(person.Id)) person.AddCardTo(needles);
        }

        return needles;
    }

    /// <summary>What was found in the files of the server, and in which tables and indexes.</summary>
    private static async Task<IEnumerable<string>> InClusterAsync(TestHouse house, Needles needles)
    {
        await using var source = NpgsqlDataSource.Create(house.Database);
        await using var folder = source.CreateCommand("show data_directory");
        var found = needles.InFolder((string)(await folder.ExecuteScalarAsync())!);
        await using var named = source.CreateCommand("select string_agg(pg_relation_filepath(oid) || ' is ' || relname, ', ') from pg_class where strpos(@found, pg_relation_filepath(oid) || ' ') > 0");
        named.Parameters.AddWithValue("found", string.Join('\n', found));
        return found.Count == 0 ? found : [$"{await named.ExecuteScalarAsync()}", .. found];
    }
}
