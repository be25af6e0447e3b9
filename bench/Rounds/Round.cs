using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Tupa.Server;

namespace Tupa.Bench;

/// <summary>One run: fill, learn, start, measure, write down.</summary>
internal static class Round
{
    public static async Task<int> RunAsync(BenchOrder order, CancellationToken stop)
    {
        Directory.CreateDirectory(order.HouseFolder);
        await using var postgres = order.Postgres ? await PostgresServer.StartAsync(order.HouseFolder, stop) : null;
        await FillAsync(order, postgres?.Address, stop);
        var settings = Settings.Read([new("Tupa:Folder", order.HouseFolder), new("Tupa:Database", postgres?.Address ?? "")]);
        var people = await BenchPeople.OfAsync(order, settings, stop);
        if (order.PrepareOnly) return 0;

        // The house checks its promises once a day: here before it is measured, and not meanwhile.
        var watch = Stopwatch.StartNew();
        await ServerProcess.RunAsync(order, postgres?.Address, ["claims"], stop, mostCode: 1);
        var claims = watch.Elapsed.TotalSeconds;
        Say($"every promise checked in {claims:0.0} s");
        var results = await new Measuring(order, postgres?.Address, settings, people).AllAsync(stop) with { Claims = claims };
        if (order.Only is not null) return 0;

        Directory.CreateDirectory(Path.GetDirectoryName(order.ResultFile)!);
        await File.WriteAllTextAsync(order.ResultFile, JsonSerializer.Serialize(results), stop);
        await Report.WriteAsync(Path.GetDirectoryName(order.ResultFile)!, "docs/performance.md", stop);
        Say("docs/performance.md is written");
        return 0;
    }

    public static void Say(FormattableString words) => Console.WriteLine(words.ToString(CultureInfo.InvariantCulture));

    public static void Say(string words) => Console.WriteLine(words);

    private static async Task FillAsync(BenchOrder order, string? database, CancellationToken stop)
    {
        var mark = Path.Combine(order.HouseFolder, "filled");
        if (File.Exists(mark)) return;

        Say($"Filling a house of {order.People} people…");

        // Drawn and filmed once for all houses.
        var media = Path.Combine(order.Folder, "demo-media");
        Directory.CreateDirectory(media);
        if (!Path.Exists(Path.Combine(order.HouseFolder, "demo-media"))) Directory.CreateSymbolicLink(Path.Combine(order.HouseFolder, "demo-media"), media);
        await ServerProcess.RunAsync(order, database, ["demo", "--scale", $"{order.Scale}"], stop);
        await File.WriteAllTextAsync(mark, "", stop);
    }
}
