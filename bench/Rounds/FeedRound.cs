using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Server;
using Tupa.Tests;

namespace Tupa.Bench;

/// <summary>The schools deliver a whole city to an empty house, by <c>tupa import</c> as an operator would: once, again without a change, and a month later. Says the numbers beside their goals.</summary>
internal sealed class FeedRound(BenchOrder order, string? database)
{
    private const double MostMegabytes = 300;

    public static async Task<int> RunAsync(BenchOrder order, CancellationToken stop)
    {
        // A house of its own, so that the filled ones stay as they are.
        var own = order with { HouseName = $"feed-{order.Database}" };
        if (Directory.Exists(own.HouseFolder)) Directory.Delete(own.HouseFolder, recursive: true);
        Directory.CreateDirectory(own.HouseFolder);
        await using var postgres = own.Postgres ? await PostgresServer.StartAsync(own.HouseFolder, stop) : null;
        await SchoolsAsync(own, postgres?.Address, stop);
        var round = new FeedRound(own, postgres?.Address);
        var whole = TimeSpan.FromSeconds(own.People <= 5_000 ? 20 : own.People / 500_000.0 * 20 * 60);
        await round.ImportAsync($"{own.People} people, all of them new", new(own.People), whole, stop);
        await round.ImportAsync($"{own.People} people, nothing changed", new(own.People), TimeSpan.FromSeconds(60), stop);
        await round.ImportAsync($"{own.People} people, a month later: 1 % have left, 1 % have another name", new(own.People, Left: own.People / 100, Renamed: own.People / 100), null, stop);
        return 0;
    }

    private async Task ImportAsync(string what, RosterRecipe recipe, TimeSpan? goal, CancellationToken stop)
    {
        var file = Path.Combine(order.HouseFolder, "koulut.zip");
        await using (var to = File.Create(file)) RosterMaker.Write(recipe, to);
        var watch = Stopwatch.StartNew();
        var most = await ServerProcess.WatchedAsync(order, database, ["import", file, "--format", OneRosterReader.Name], stop);
        var took = watch.Elapsed;
        var met = goal is { } at ? string.Create(CultureInfo.InvariantCulture, $" (at most {at.TotalSeconds:0} s: {(took <= at ? "met" : "NOT MET")})") : "";
        Round.Say($"{what}: {took.TotalSeconds:0.0} s{met}, {recipe.People / took.TotalSeconds:0}/s, at most {most:0} MB (of {MostMegabytes:0}: {(most <= MostMegabytes ? "met" : "NOT MET")})");
    }

    /// <summary>The city and its schools as rows: a feed brings people and classes, and no units.</summary>
    private static async Task SchoolsAsync(BenchOrder order, string? database, CancellationToken stop)
    {
        await using var services = Composition.Services(Settings.Read([new("Tupa:Folder", order.HouseFolder), new("Tupa:Database", database ?? "")])).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop);
        var db = scope.ServiceProvider.GetRequiredService<TupaDb>();
        await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync<bool>(() =>
        {
            var city = Unit(UnitKind.City, "Kuusisalmen kaupunki", null, null);
            var units = Enumerable.Range(0, RosterMaker.Schools(order.People)).Select(n => Unit(UnitKind.School, $"Koulu {n}", city.Id, RosterMaker.Code(n))).Prepend(city).ToList();
            db.AddRange(units.Select(u => new Group { Id = u.Group, Kind = GroupKind.Unit, NameFi = u.NameFi, NameSv = u.NameSv }));
            db.AddRange(units);
            return Task.FromResult(true);
        }, stop);
    }

    private static Unit Unit(UnitKind kind, string name, UnitId? parent, string? code) =>
        new() { Id = UnitId.New(), Kind = kind, NameFi = name, NameSv = name, Parent = parent, InstitutionCode = code, Group = GroupId.New() };
}
