using System.CommandLine;
using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>Serves the house until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Serve the house over HTTP. Settings: appsettings.json, then environment Tupa__Section__Key.");
        command.SetAction(async (_, stop) =>
        {
            await using var app = await HouseHost.BuildAsync(Settings.Read(), services => services.AddHostedService(provider => provider.GetRequiredService<JobRunner>()), stop);
            await app.RunAsync(stop);
        });
        return command;
    }
}
