using System.CommandLine;
using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>Serves the house until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", """
            Serve the house over HTTP until it is told to stop (Ctrl+C, SIGTERM).

            Brings the schema up to date, then listens at Tupa:Listen. The database is a file in Tupa:Folder, or PostgreSQL where
            Tupa:Database names one. While nobody has an account the front page tells how the first operator is made.
            """);
        command.SetAction(async (_, stop) =>
        {
            await using var app = await HouseHost.BuildAsync(Settings.Read(), services => services.AddHostedService(provider => provider.GetRequiredService<JobRunner>()), stop);
            await app.RunAsync(stop);
        });
        return command;
    }
}
