using System.CommandLine;
using Spectre.Console;
using Tupa.Demo;
using Tupa.Kernel;

namespace Tupa.Server;

/// <summary><c>tupa demo</c>: an invented municipality in an empty database.</summary>
internal static class DemoCommand
{
    private const int Refused = 2;

    public static Command Make()
    {
        var scale = new Option<int>("--scale") { Description = "About 5,000 people and 3,000 posts for each.", DefaultValueFactory = _ => 1 };
        scale.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 200) result.AddError("--scale is from 1 to 200.");
        });
        var seed = new Option<ulong>("--seed") { Description = "Another number, another town.", DefaultValueFactory = _ => DemoOrder.UsualSeed };
        var pictures = new Option<bool>("--no-pictures") { Description = "Leave out pictures, sounds and films." };
        var command = new Command("demo", """
            Fill an empty database with an invented municipality, and print whom to sign in as.

            Only those who are printed have passwords. The same seed, scale and day give the same town. Such a database is a demo for
            ever: every page says so, and it is heard on this machine only unless serve is given --demo-in-public. `tupa serve` then
            opens it; `tupa serve --demo` does both, and fills nothing where there are people already. At --scale 100 it takes minutes.
            """) { scale, seed, pictures, Code() };
        command.SetAction((result, stop) => RunAsync(
            Settings.Read(), result.GetValue(seed), result.GetValue(scale), once: false, !result.GetValue(pictures), stop));
        return command;
    }

    private static Command Code()
    {
        var user = new Argument<string>("user") { Description = "A user ID that demo printed." };
        var command = new Command("code", "Print the code that the second step of a sign-in asks for now. Demo databases only.") { user };
        command.SetAction((result, stop) => CodeAsync(result.GetValue(user)!, stop));
        return command;
    }

    /// <summary>Fills a new database; of one that is in use, prints what was printed when it was filled.</summary>
    internal static Task<int> OnceAsync(Settings settings, CancellationToken stop) => RunAsync(settings, DemoOrder.UsualSeed, 1, once: true, pictures: true, stop);

    private static async Task<int> RunAsync(Settings settings, ulong seed, int scale, bool once, bool pictures, CancellationToken stop)
    {
        var known = await MarkPeek.AtAsync(settings, Marks.Demo, stop);
        if (known is not null && once) return Print(known, settings);

        Directory.CreateDirectory(settings.Folder);
        await using var services = Services(settings);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop);
        var fill = scope.ServiceProvider.GetRequiredService<DemoFill>();
        if (known is not null || await fill.HasPeopleAsync(stop))
        {
            // A house of real people is not the demo's business, and starting it is no mistake.
            if (once) return 0;
            await Console.Error.WriteLineAsync("There are people in this database. The demo fills an empty one; nothing was changed.");
            return Refused;
        }

        var order = new DemoOrder(seed, scale, pictures ? Path.GetFullPath(Path.Combine(settings.Folder, "demo-media")) : null);
        return Print(await WatchedAsync(progress => fill.RunAsync(order, progress, stop)), settings);
    }

    private static async Task<int> CodeAsync(string userId, CancellationToken stop)
    {
        var settings = Settings.Read();
        if (await MarkPeek.AtAsync(settings, Marks.Demo, stop) is null)
        {
            await Console.Error.WriteLineAsync("This database is not a demo. Codes come from the person's own authenticator app.");
            return Refused;
        }

        await using var services = Services(settings);
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<DemoFill>().CodeAsync(userId, stop) is { } code)
        {
            Console.WriteLine(code);
            return 0;
        }

        await Console.Error.WriteLineAsync($"{userId} has no second step.");
        return Refused;
    }

    private static ServiceProvider Services(Settings settings)
    {
        var services = Composition.Services(settings);
        DemoFill.Add(services);
        return services.BuildServiceProvider();
    }

    private static int Print(string table, Settings settings)
    {
        Console.WriteLine(table.Replace("tupa demo code", $"{Program()} demo code", StringComparison.Ordinal));
        Console.WriteLine($"  {settings.Listen}");
        return 0;
    }

    /// <summary>How this program is called from here, so that what is printed can be typed.</summary>
    private static string Program()
    {
        var path = Environment.ProcessPath ?? "tupa";
        var near = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return near.StartsWith("..", StringComparison.Ordinal) ? path : near.Contains('/', StringComparison.Ordinal) ? near : $"./{near}";
    }

    /// <summary>A bar for each part where somebody looks; a line for each where nobody does.</summary>
    private static Task<string> WatchedAsync(Func<IProgress<FillStep>, Task<string>> work) =>
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive
            ? work(new PlainProgress())
            : AnsiConsole.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
                .StartAsync(context => work(new BarProgress(context)));

    private sealed class BarProgress(ProgressContext context) : IProgress<FillStep>
    {
        private readonly Lock _door = new();
        private readonly Dictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

        public void Report(FillStep value)
        {
            lock (_door)
            {
                if (!_bars.TryGetValue(value.What, out var bar)) _bars[value.What] = bar = context.AddTask(value.What);
                bar.MaxValue(value.Of).Value(Math.Min(value.Done, value.Of));
            }
        }
    }

    private sealed class PlainProgress : IProgress<FillStep>
    {
        private readonly Lock _door = new();
        private string _what = "";

        public void Report(FillStep value)
        {
            lock (_door)
            {
                if (value.What == _what) return;
                _what = value.What;
                Console.WriteLine($"{value.What}…");
            }
        }
    }
}
