using System.CommandLine;
using Spectre.Console;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Server;

/// <summary><c>tupa import</c>: a delivery of a source, read on the machine.</summary>
internal static class ImportCommand
{
    private const int Refused = 2;
    private const int Waits = 3;

    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "What the source delivered: a CSV, JSON or zip file." };
        var format = new Option<string>("--format") { Description = "What form it has; leave it out to see which there are." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would change, and change nothing." };
        var year = new Option<bool>("--school-year") { Description = "It is of the next school year: lay out one plan, and apply it on its day once somebody has approved it." };
        var on = new Option<DateOnly?>("--on") { Description = "With --school-year, the day of the change (2027-08-01); else the file's own next school year, else 1 August." };
        var command = new Command("import", """
            Read a delivery of a source into the register, and print the report.

            All of the file is checked first: with one error, nothing of it is used, and every error is printed with its place. What the
            privacy statement does not allow is passed by unread and reported. Then it is compared with the register and applied, unless
            the brake holds it: more than 10 % of the source's people would end, or the file is under half of the last one. It then waits
            at /register/sources for a person who looks at it, and nothing has changed.

            The house may be serving meanwhile; what is killed midway goes on by itself in the house. The file itself is left alone; the
            copy made of it is deleted as soon as it has been read. The report is in the terminal's language (LANG), else in Finnish.

            With --school-year nothing is applied now. What would happen to classes and people, school by school, is printed and waits at
            /register/years for a person, who approves it for a day; on that day it is laid out anew and applied. Together with --dry-run
            it is only printed, and nothing is kept.

            Ends with 0 where it was applied or tried, 3 where it waits for a person, 2 where it was refused.
            """) { file, format, dryRun, year, on };
        command.SetAction((result, stop) => RunAsync(
            result.GetValue(file)!, result.GetValue(format) ?? "", result.GetValue(dryRun), result.GetValue(year) || result.GetValue(on) is not null, result.GetValue(on), stop));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string format, bool dryRun, bool year, DateOnly? on, CancellationToken stop)
    {
        Language.Speak(Terminal.Language);
        var settings = Settings.Read();
        Directory.CreateDirectory(settings.Folder);
        await using var services = Composition.Services(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var formats = scope.ServiceProvider.GetServices<IFeedReader>().Select(r => r.Format).Order(StringComparer.Ordinal).ToList();
        if (!formats.Contains(format))
        {
            await Console.Error.WriteLineAsync($"{FeedText.UnknownFormat} --format {string.Join(" | ", formats)}");
            return Refused;
        }

        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync(ImportText.NoFile(file.Name));
            return Refused;
        }

        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop);
        return year
            ? await ImportYearAsync(scope.ServiceProvider, file, format, on, dryRun, stop)
            : await ImportAsync(scope.ServiceProvider, file, format, dryRun, stop);
    }

    /// <summary>The deed itself, signed by this command.</summary>
    internal static async Task<int> ImportAsync(IServiceProvider scope, FileInfo file, string format, bool dryRun, CancellationToken stop)
    {
        await using var body = file.OpenRead();
        var (batch, refusal) = await scope.GetRequiredService<FeedActions>().ReceiveAsync(
            body, file.Name, format, dryRun, atOnce: true, Actor.House("import-command"), stop);
        if (batch is not { } id)
        {
            await Console.Error.WriteLineAsync(refusal?.Reason.ToString());
            return Refused;
        }

        var state = await WatchedAsync(progress => scope.GetRequiredService<FeedRunner>().RunAsync(id, progress, stop));
        var report = await scope.GetRequiredService<FeedQueries>().ReportAsync(id, stop);
        foreach (var line in ImportReport.Lines(report)) Console.WriteLine(line);
        if (state == BatchState.Received) Console.WriteLine(FeedText.ScannerDown);
        if (state == BatchState.Applied) Console.WriteLine(ImportText.Held(scope.GetRequiredService<WriteHolds>().Longest));
        return state switch
        {
            BatchState.Applied or BatchState.Tried => 0,
            BatchState.Waiting or BatchState.Received or BatchState.Applying => Waits,
            BatchState.Refused or BatchState.Rejected or BatchState.Lapsed => Refused,
        };
    }

    /// <summary>As <see cref="ImportAsync"/>, of the next school year: its plan waits for a person whatever the brake says.</summary>
    internal static async Task<int> ImportYearAsync(IServiceProvider scope, FileInfo file, string format, DateOnly? on, bool dryRun, CancellationToken stop)
    {
        await using var body = file.OpenRead();
        var (change, batch, refusal) = await scope.GetRequiredService<YearActions>().ReceiveAsync(body, file.Name, format, on, dryRun, Actor.House("import-command"), stop);
        if (change is not { } id || batch is not { } run)
        {
            await Console.Error.WriteLineAsync(refusal?.Reason.ToString());
            return Refused;
        }

        var state = await WatchedAsync(progress => scope.GetRequiredService<FeedRunner>().RunAsync(run, progress, stop));
        var report = await scope.GetRequiredService<FeedQueries>().ReportAsync(run, stop);
        foreach (var line in ImportReport.Lines(report).Concat(ImportReport.Lines(await scope.GetRequiredService<YearQueries>().TallyAsync(id, stop)))) Console.WriteLine(line);
        if (state == BatchState.Received) Console.WriteLine(FeedText.ScannerDown);
        if (state == BatchState.Tried && !dryRun) Console.WriteLine(ImportText.Waits(id));
        return state is BatchState.Refused or BatchState.Rejected ? Refused : dryRun && state == BatchState.Tried ? 0 : Waits;
    }

    /// <summary>A bar where somebody looks; nothing where nobody does.</summary>
    private static Task<BatchState> WatchedAsync(Func<IProgress<FeedStep>?, Task<BatchState>> work) =>
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive
            ? work(null)
            : AnsiConsole.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
                .StartAsync(context => work(new Bars(context)));

    private sealed class Bars(ProgressContext context) : IProgress<FeedStep>
    {
        private readonly Lock _door = new();
        private readonly Dictionary<BatchState, ProgressTask> _bars = [];

        public void Report(FeedStep value)
        {
            lock (_door)
            {
                if (!_bars.TryGetValue(value.State, out var bar)) _bars[value.State] = bar = context.AddTask(FeedText.Of(value.State).ToString());
                bar.MaxValue(value.Of).Value(Math.Min(value.Done, value.Of));
            }
        }
    }
}
