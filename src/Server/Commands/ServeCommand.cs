using System.CommandLine;
using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>Serves the house until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var anyone = new Option<bool>("--demo-in-public") { Description = "Let a demo be reached from other machines, though anybody can sign in to it as its administrator." };
        var demo = new Option<bool>("--demo") { Description = "Fill a new database with an invented municipality first, and print whom to sign in as." };
        var command = new Command("serve", """
            Serve the house over HTTP until it is told to stop (Ctrl+C, SIGTERM).

            Brings the schema up to date, then listens at Tupa:Listen. The database is a file in Tupa:Folder, or PostgreSQL where
            Tupa:Database names one. While nobody has an account the front page tells how the first operator is made.
            """) { demo, anyone };
        command.SetAction((result, stop) => ServeAsync(result.GetValue(demo), result.GetValue(anyone), stop));
        return command;
    }

    private static async Task<int> ServeAsync(bool demo, bool demoInPublic, CancellationToken stop)
    {
        var settings = Settings.Read();
        settings.DemoInPublic |= demoInPublic;
        if (demo && await DemoCommand.OnceAsync(settings, stop) is not 0 and var refused) return refused;

        var model = WarmUp.ModelAsync(settings);
        await using var app = HouseHost.Assemble(settings, services => services.AddHostedService(provider => provider.GetRequiredService<JobRunner>()));
        await Task.WhenAll(model, WarmUp.DoorAsync(app, stop), HouseHost.OpenAsync(app, stop));
        await app.StartAsync(stop);

        // Whoever is here already need not stand outside while it gets warm.
        var warming = WarmUp.RoomsAsync(app, app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync(stop);
        await warming;
        return 0;
    }
}
