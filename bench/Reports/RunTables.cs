using System.Text;

namespace Tupa.Bench;

/// <summary>Everything that one run found, as tables.</summary>
internal static class RunTables
{
    public static void Write(StringBuilder page, Results run)
    {
        page.Line($"## {run.People:N0} people, {(run.Database == "sqlite" ? "SQLite" : "PostgreSQL")}");
        page.Line($"");
        page.Line($"| what | connections | p50 | p95 | p99 | per second | KiB | floor p50 | floor per second | of the floor |");
        page.Line($"|---|---|---|---|---|---|---|---|---|---|");
        foreach (var m in run.Measured)
            page.Line($"| {m.Words} | {m.House.Connections} | {m.House.P50:0.0} | {m.House.P95:0.0} | {m.House.P99:0.0} | {m.House.PerSecond:0} | {m.House.Bytes / 1024:0.0} | {m.Floor.P50:0.0} | {m.Floor.PerSecond:0} | {m.OfFloor:0%} |");
        page.Line($"");
        page.Line($"- First page {run.Cold.FirstPage:0} ms after the process began; the first home asked at once {run.Cold.FirstHome:0} ms, asked two seconds later {run.Cold.RestedHome:0.0} ms.");
        page.Line($"- Memory (PSS): {run.Memory.AtRest:0} MB at rest, {run.Memory.MostUnderLoad:0} MB at the most.");
        foreach (var weight in run.Weights)
            page.Line($"- The page {weight.Page}: {weight.Html / 1024.0:0.0} KiB of HTML, {weight.Style / 1024.0:0.0} of style, {weight.Script / 1024.0:0.0} of script, together {weight.Together / 1024.0:0.0} KiB compressed; fonts {weight.Fonts / 1024.0:0.0} KiB.");
        if (run.Claims is { } claims) page.Line($"- Every promise of the privacy statement checked in {claims:0.0} s, of which some 27 are waiting for a live stream to be closed.");
        page.Line($"- A list of {run.List.People:N0} people through the API, page after page: {run.List.P50:0} ms, at worst {run.List.P95:0} ms.");
        page.Line($"- Home at 8 connections beside an import of {run.Mixed.Imported:N0} people ({run.Mixed.ImportSeconds:0.0} s) and {run.Mixed.SignIns} sign-ins at once ({run.Mixed.SignedIn} let in, {run.Mixed.SignInSeconds:0.0} s): p50 {run.Mixed.Home.P50:0.0}, p95 {run.Mixed.Home.P95:0.0}, p99 {run.Mixed.Home.P99:0.0} ms.");
        if (run.Erasures is { } erased)
        {
            page.Line($"- Erasure: a night with nobody due {erased.NothingDue:0.0} ms.");
            if (erased.One is not null)
                page.Line($"- A person with 1,000 files erased in {erased.One:0} ms, and {erased.OneWhole:0} ms until no byte is left in the files of the database; {First(erased)}{erased.People:N0} people with {erased.Things:N0} things in {erased.Many:0.0} s, {erased.ManyWhole:0.0} s without a trace.");
        }

        page.Line($"");
    }

    private static string First(Erasures erased) => erased.First is { } first ? FormattableString.Invariant($"the first that the process erases {first:0} ms; ") : "";
}
