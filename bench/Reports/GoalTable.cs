using System.Globalization;
using System.Text;

namespace Tupa.Bench;

/// <summary>The goals, and whether they are met: said by the numbers and not by hand.</summary>
internal static class GoalTable
{
    public static void Write(StringBuilder page, IReadOnlyList<Results> runs)
    {
        page.Line($"## Goals");
        page.Line($"");
        page.Line($"| goal | house | measured | met |");
        page.Line($"|---|---|---|---|");
        foreach (var run in runs)
        {
            var house = $"{run.People.ToString("N0", CultureInfo.InvariantCulture)}, {run.Database}";
            foreach (var (goal, measured, met) in Of(run)) page.Line($"| {goal} | {house} | {measured} | {(met ? "yes" : "**no**")} |");
        }

        foreach (var database in runs.Select(r => r.Database).Distinct())
        {
            if (Growth(runs.Where(r => r.Database == database).ToList()) is { } growth)
                page.Line($"| from 5,000 to 500,000 people, worst of the three homes ≤ 2 × | {database} | {growth:0.00} × | {(growth <= 2 ? "yes" : "**no**")} |");
        }

        page.Line($"");
    }

    private static IEnumerable<(string Goal, string Measured, bool Met)> Of(Results run)
    {
        var homes = run.Measured.Where(m => m.Scene.StartsWith("home", StringComparison.Ordinal)).ToList();
        var eight = homes.Where(m => m.House.Connections == 8).ToList();
        if (homes.Any(m => m.House.Connections == 1))
            yield return Most("feed of 50, warm, one connection, worst of three ≤ 4 ms (p50)", homes.Where(m => m.House.Connections == 1).Max(m => m.House.P50), 4, "ms");
        yield return Least("feed of 50 at 8 connections, worst of three ≥ 700/s", eight.Min(m => m.House.PerSecond), 700, "/s");
        yield return Least("feed of 50 at 8 connections, worst of three ≥ 30 % of the floor", eight.Min(m => m.OfFloor) * 100, 30, "%");
        yield return Most("first home after a start, at once ≤ 15 ms", run.Cold.FirstHome, 15, "ms");
        yield return Most("first page after a start ≤ 2,000 ms", run.Cold.FirstPage, 2000, "ms");
        foreach (var goal in Publishing(run)) yield return goal;
        foreach (var goal in Wide(run)) yield return goal;
        yield return Most("list of 1,000 people ≤ 150 ms", run.List.P50, 150, "ms");
        yield return Most("feed beside an import and a storm of sign-ins, p95 ≤ 60 ms", run.Mixed.Home.P95, 60, "ms");
        if (run.Erasures is { } erased)
        {
            yield return Most("a night with nobody to erase ≤ 50 ms", erased.NothingDue, 50, "ms");
            if (erased.One is { } one) yield return Most("erasure of a person with 1,000 files, rows and files ≤ 0.3 s", one, 300, "ms");
            if (run.People == 5_000 && erased.OneWhole is { } whole) yield return Most("the same without a trace ≤ 2 s", whole, 2_000, "ms");
            if (erased.First is { } first) yield return Most("the first such person in a process that has just begun, rows and files ≤ 0.3 s", first, 300, "ms");
        }

        yield return Most("sign-in page ≤ 45 KiB", run.Weights[0].Together / 1024.0, 45, "KiB");
        yield return Most("home ≤ 120 KiB", run.Weights[1].Together / 1024.0, 120, "KiB");
        yield return Most("fonts ≤ 60 KiB", run.Weights.Max(w => w.Fonts) / 1024.0, 60, "KiB");
        if (run is not { People: 5_000, Database: "sqlite" }) yield break;
        yield return Most("memory at rest ≤ 200 MB", run.Memory.AtRest, 200, "MB");
        yield return Most("memory under load ≤ 400 MB", run.Memory.MostUnderLoad, 400, "MB");
    }

    private static IEnumerable<(string Goal, string Measured, bool Met)> Publishing(Results run)
    {
        var publish = run.Measured.Where(m => m.Scene == "publish").ToList();
        if (publish.Find(m => m.House.Connections == 1) is { } one) yield return Most("publish, one connection ≤ 6 ms (p50)", one.House.P50, 6, "ms");
        yield return Least("publish ≥ 500/s", publish.Max(m => m.House.PerSecond), 500, "/s");
        yield return Most("publish p95 at 8 connections ≤ 40 ms", publish.Single(m => m.House.Connections == 8).House.P95, 40, "ms");
    }

    private static IEnumerable<(string Goal, string Measured, bool Met)> Wide(Results run)
    {
        var pairs = run.Measured.GroupBy(m => m.Scene)
            .Select(g => (g.Key, At8: g.FirstOrDefault(m => m.House.Connections == 8), At32: g.FirstOrDefault(m => m.House.Connections == 32)))
            .Where(p => p.At8 is not null && p.At32 is not null)
            .Select(p => (p.Key, Ratio: p.At32!.House.PerSecond / p.At8!.House.PerSecond)).ToList();
        if (pairs.Count == 0) yield break;

        var (worst, ratio) = pairs.MinBy(p => p.Ratio);
        yield return ("32 connections ≥ 0.9 × the throughput of 8", string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} × at worst ({worst})"), ratio >= 0.9);
    }

    private static double? Growth(List<Results> runs)
    {
        if (runs.Find(r => r.People == 5_000) is not { } small || runs.Find(r => r.People == 500_000) is not { } large) return null;

        double At(Results run, string scene) => run.Measured.Where(m => m.Scene == scene && m.House.Connections == 8).Select(m => m.House.P50).FirstOrDefault();
        return small.Measured.Where(m => m.Scene.StartsWith("home", StringComparison.Ordinal)).Select(m => m.Scene).Distinct()
            .Max(scene => At(large, scene) / At(small, scene));
    }

    private static (string, string, bool) Most(string goal, double measured, double most, string unit) =>
        (goal, string.Create(CultureInfo.InvariantCulture, $"{measured:0.#} {unit}"), measured <= most);

    private static (string, string, bool) Least(string goal, double measured, double least, string unit) =>
        (goal, string.Create(CultureInfo.InvariantCulture, $"{measured:0.#} {unit}"), measured >= least);
}
