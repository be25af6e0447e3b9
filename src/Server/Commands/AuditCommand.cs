using System.CommandLine;
using System.Globalization;
using Tupa.Audit;

namespace Tupa.Server;

/// <summary><c>tupa audit verify</c>: whether the log is what was sealed.</summary>
internal static class AuditCommand
{
    public static Command Make()
    {
        var command = new Command("audit", "The audit log: what was done, by whom, sealed every hour into a chain of digests.");
        command.Subcommands.Add(Verify());
        return command;
    }

    private static Command Verify()
    {
        var accept = new Option<bool>("--accept")
        {
            Description = "The database was put back, or the file of heads is lost for good, and you know why: note in the file that the chain goes on from the last seal there is.",
        };
        var command = new Command("verify", """
            Verify the audit log: every row against the chain, every seal against the one before it and against the file of heads outside the
            database (audit.heads in Tupa:Audit:Heads, unless set the folder of the keys).

            Ends with 0 where all is as it was sealed, and with 1 where not; then the first row or seal that is wrong is named: changed, missing,
            inserted, a seal broken, a head that does not agree. The house may be serving meanwhile. Prints no names and no content.
            """) { accept };
        command.SetAction((result, stop) => VerifyAsync(result.GetValue(accept), stop));
        return command;
    }

    private static async Task<int> VerifyAsync(bool accept, CancellationToken stop)
    {
        await using var services = Composition.Services(Settings.Read()).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(replay: false, stop);
        var chain = scope.ServiceProvider.GetRequiredService<AuditChain>();
        if (accept) Console.WriteLine(await AcceptAsync(chain, stop));

        var report = await chain.VerifyAsync(whole: true, Progress(), stop);
        foreach (var line in AuditWords.Of(report)) await (report.Holds ? Console.Out : Console.Error).WriteLineAsync(line);
        return report.Holds ? 0 : 1;
    }

    private static async Task<string> AcceptAsync(AuditChain chain, CancellationToken stop)
    {
        if (await chain.AgreesAsync(stop)) return "The file of heads and the database belong together: there is nothing to accept.";
        var seal = await chain.AcceptAsync(stop);
        return string.Create(CultureInfo.InvariantCulture, $"Noted in the file of heads: the chain goes on from seal {seal}.");
    }

    /// <summary>A line every half a million rows.</summary>
    private static Action<long> Progress()
    {
        const long Each = 500_000;
        var next = Each;
        return rows =>
        {
            if (rows < next) return;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows…"));
            next = rows + Each;
        };
    }
}

/// <summary>What a verification found, in sentences.</summary>
internal static class AuditWords
{
    public static IEnumerable<string> Of(ChainReport report)
    {
        if (!report.Holds)
        {
            yield return Of(report.Fault);
            yield return Line($"{report.Rows} rows in {report.Seals} seals before it are as they were sealed.");
            yield break;
        }

        yield return report.Seals == 0
            ? "Nothing has been sealed yet: the house seals every hour."
            : Line($"{report.Rows} rows in {report.Seals} seals{Between(report)}; the head agrees with the file.");
        if (report.Gone > 0) yield return Line($"{report.Gone} rows are gone because their time was over; their seals stand, and the chain goes on over them.");
        if (report.Left > 0) yield return Line($"{report.Left} seals are not here: the database was put back to before them, and an operator has said so.");
        if (report.Waiting > 0) yield return Line($"{report.Waiting} rows wait for the next sealing.");
    }

    private static string Of(ChainFault fault) => fault.Kind switch
    {
        ChainFaultKind.Changed => Line($"Row {fault.Row} ({fault.Entry}, {At(fault)}), under seal {fault.Seal}, was changed after it had been sealed."),
        ChainFaultKind.Missing => Line($"Row {fault.Row}{Known(fault)}, sealed {At(fault)} under seal {fault.Seal}, is missing, and its time was not over."),
        ChainFaultKind.Inserted when fault.Row is { } row => Line($"Row {row} ({fault.Entry}) was inserted: no seal covers it."),
        ChainFaultKind.Inserted => Line($"Row {fault.Entry} ({At(fault)}) was inserted: it stands outside the chain, among rows that were sealed long ago."),
        ChainFaultKind.SealBroken => Line($"Seal {fault.Seal} ({At(fault)}) is broken: it is not what it was, or does not follow the seal before it."),
        ChainFaultKind.SealMissing => Line($"Seal {fault.Seal} is missing. Where the database was put back to before it, say so with `tupa audit verify --accept`."),
        ChainFaultKind.HeadDisagrees => Line($"The head of seal {fault.Seal} ({At(fault)}) in the file of heads does not agree with the database: the chain was rewritten, or the file lacks it. A house at work writes what a kill left out within the hour."),
        ChainFaultKind.HeadsBroken => fault.Words ?? "",
        ChainFaultKind.None => "",
    };

    private static string Between(ChainReport report) => report is { FirstAt: { } first, LastAt: { } last } ? $", {Written(first)} … {Written(last)}" : "";

    private static string Known(ChainFault fault) => fault.Entry is { } entry ? $" ({entry})" : "";

    private static string At(ChainFault fault) => fault.At is { } at ? Written(at) : "at an unknown time";

    private static string Written(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Line(FormattableString words) => FormattableString.Invariant(words);
}
