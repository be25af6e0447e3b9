using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Tests;

/// <summary>Three years of a town of three hundred, night after night: of whoever has been erased no byte is left, and nobody is left longer than nine months.</summary>
public sealed class TimeTravelTests(ITestOutputHelper output)
{
    private const int Nights = 1095;
    private const int People = 300;

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task After_three_years_no_byte_of_an_erased_person_is_left(string database)
    {
        if (database == "postgres" && Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 })
            Assert.Skip("TEST_POSTGRES names a server whose files cannot be read from here.");

        var watch = Stopwatch.StartNew();
        var log = new KeptLog();
        await using var house = await TestHouse.OpenAsync(database, more: services => services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Information)));
        var dawn = Helsinki.StartOf(new DateOnly(2026, 1, 7)).AddHours(2);
        house.Clock.StopAt(dawn);
        var town = new TravelTown(house, new Random(20260107));
        await town.BuildAsync(People);
        var life = new TravelLife(house, town);
        for (var night = 1; night <= Nights; night++)
        {
            house.Clock.StopAt(Helsinki.StartOf(Helsinki.Day(dawn).AddDays(night)).AddHours(2));
            await life.DayAsync(night);
            if (night % 30 == 15) await MonthAsync(town);
            await house.RunJobsAsync();
        }

        // What is still being waited for (a blob's hour) is over.
        house.Clock.Move(TimeSpan.FromHours(2));
        await house.RunJobsAsync();
        output.WriteLine($"{Nights} nights in {watch.Elapsed.TotalSeconds:0} s");

        var needles = await GoneAsync(house, town);
        var certificates = await house.CertificatesAsync();
        Assert.All(certificates, c => Assert.True(c is { Failed: 0, Left: "", EndedAt: not null } && Certificate.Holds(c), Certificate.Words(c)));
        Assert.True(certificates.Sum(c => c.People) > 100 && certificates.Sum(c => c.Cards) > 5, $"{certificates.Sum(c => c.People)} people and {certificates.Sum(c => c.Cards)} cards were erased");

        var found = needles.InFolder(house.Folder).Concat(needles.In(System.Text.Encoding.UTF8.GetBytes(log.All()), "the log")).ToList();
        if (database == "postgres") found.AddRange(needles.InFolder(await ClusterAsync(house)));
        output.WriteLine($"{needles.Count} words looked for, {watch.Elapsed.TotalSeconds:0} s in all");
        Assert.Empty(found);
    }

    private static async Task MonthAsync(TravelTown town)
    {
        for (var i = 0; i < 8; i++) await town.JoinAsync(i < 2 ? Population.Pupil : i == 7 ? Population.Elected : Population.Staff);
        for (var i = 0; i < 8; i++) await town.LeaveAsync(town.Some());
        for (var i = 0; i < 4; i++) await town.MoveAsync(town.Some(p => p.Population != Population.Elected));
        var gone = town.Everyone.Where(p => p.Left is not null).OrderByDescending(p => p.Left).Take(40).ToList();
        for (var i = 0; i < 2 && gone.Count > 10; i++) await town.ReturnAsync(gone[town.Chance.Next(gone.Count)]);
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
            if (!here.ContainsKey(person.Id)) person.AddTo(needles);
            else if (!schooled.Contains(person.Id)) person.AddCardTo(needles);
        }

        return needles;
    }

    private static async Task<string> ClusterAsync(TestHouse house)
    {
        await using var connection = new NpgsqlConnection(house.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("show data_directory", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Everything the house writes to its log.</summary>
    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string All() => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
            // Keeps nothing but memory.
        }
    }
}
