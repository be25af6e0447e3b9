using System.CommandLine;
using Tupa.Kernel;
using Tupa.Privacy;

namespace Tupa.Server;

/// <summary><c>tupa erase</c>: what is due to be erased, and to have it done now.</summary>
internal static class EraseCommand
{
    public static Command Make()
    {
        var dry = new Option<bool>("--dry-run") { Description = "Tell what is due, and change nothing." };
        var run = new Option<bool>("--run") { Description = "Erase whoever is due today, as the night would." };
        var lost = new Option<bool>("--lost-ledger") { Description = "The ledger of erasures is lost for good: let the database forget it, and open without it." };
        var command = new Command("erase", """
            Erase the people whose time has come: nine months after the end of use, less the age of backups and a margin.

            The house does it by itself every night. Nobody else can be erased with this, and nobody under a legal hold is. Prints counts and
            no names. The house may be serving meanwhile; a run that was stopped is gone on with by the next.
            """)
        {
            dry, run, lost,
        };
        command.Validators.Add(result =>
        {
            if (new[] { dry, run, lost }.Count(o => result.GetValue(o)) != 1) result.AddError("Say one of --dry-run, --run and --lost-ledger.");
        });
        command.SetAction((result, stop) => result.GetValue(lost) ? ForgetAsync(stop) : EraseAsync(result.GetValue(run), stop));
        return command;
    }

    private static async Task<int> EraseAsync(bool now, CancellationToken stop)
    {
        await using var services = Composition.Services(Settings.Read()).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(replay: now, stop);

        var orders = scope.ServiceProvider.GetRequiredService<ErasureOrders>();
        var today = services.GetRequiredService<TimeProvider>().Today();
        var told = now ? await orders.RunAsync(today, Progress, stop) : await orders.TellAsync(today, stop);
        Console.WriteLine($"""
            due by {Say.Day(today)}     {told.Due}
            of them overdue       {told.Overdue}
            under a legal hold    {told.Held}
            """);
        if (!now) return 0;

        Console.WriteLine($"""
            erased                {told.Erased}
            not complete          {told.Failed}
            """);
        if (told.Left.Length > 0)
            await Console.Error.WriteLineAsync($"Old bytes are still in the files of the database: {told.Left}. docs/operate.md says what each of them needs.");
        return told is { Failed: 0, Left: "" } ? 0 : 1;
    }

    private static async Task<int> ForgetAsync(CancellationToken stop)
    {
        await using var services = Composition.Services(Settings.Read()).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(replay: false, stop);
        var again = await scope.ServiceProvider.GetRequiredService<LedgerReplay>().WithoutAsync(stop);
        Console.WriteLine($"""
            The database has forgotten the lost ledger. {again} people of the ledger that is there were erased again.
            Whoever was erased since the backup and is not in it is erased again by the night, as soon as the day has come.
            """);
        return 0;
    }

    private static void Progress(int done)
    {
        if (done % 100 == 0) Console.WriteLine($"{done} erased…");
    }
}
