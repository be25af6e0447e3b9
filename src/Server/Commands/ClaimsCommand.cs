using System.CommandLine;
using System.Globalization;
using Tupa.Kernel;
using Tupa.Privacy;

namespace Tupa.Server;

/// <summary><c>tupa claims</c>: whether the promises of the privacy statement are kept.</summary>
internal static class ClaimsCommand
{
    public static Command Make()
    {
        var keys = new Argument<string[]>("key") { Description = "Only these: audit.chain, backup.last. All, unless named.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("claims", """
            Check every promise of the privacy statement now, and print what was found: counts, and nobody's name.

            Ends with 0 where all that is promised is so, and with 1 where something is false or could not be checked. What is found is kept,
            and the statement follows it: a sentence that is false is withdrawn. The house may be serving meanwhile; it checks by itself every
            day. One of the checks lets an invented person in and out again, and takes up to a minute.
            """) { keys };
        command.SetAction((result, stop) => RunAsync(result.GetValue(keys) ?? [], stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] keys, CancellationToken stop)
    {
        // The whole way of a request, without an address that anybody could ask at.
        await using var app = await HouseHost.BuildAsync(Settings.Read(), null, stop);
        await using var scope = app.Services.CreateAsyncScope();
        var checks = scope.ServiceProvider.GetRequiredService<ClaimChecks>();
        var all = checks.Keys();
        if (keys.FirstOrDefault(k => !all.Contains(k)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no check {unknown}. There are: {string.Join(", ", all)}.");
            return 2;
        }

        var done = await checks.RunAsync(keys.Length > 0 ? keys : all, Print, stop);
        return done.All(c => c.Finding is { Outcome: not ClaimOutcome.Broken }) ? 0 : 1;
    }

    private static void Print(ClaimChecked one)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Word(one),-10} {one.Key,-26} {one.Promise.En}"));
        if (one.Finding is not { } finding) return;
        foreach (var (what, count) in one.Counted.Zip(finding.Counts))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-10} {"",-26} {what.En}: {(count < 0 ? "not known" : count.ToString(CultureInfo.InvariantCulture))}"));
    }

    private static string Word(ClaimChecked one) => one.Finding?.Outcome switch
    {
        ClaimOutcome.Holds => "true",
        ClaimOutcome.Broken => "FALSE",
        ClaimOutcome.NotInUse => "not in use",
        null => $"NOT RUN ({one.Failure})",
    };
}
