using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>Builds the web server of the house: settings, services, the order of what every request passes, routes.</summary>
public static class HouseHost
{
    public static async Task<WebApplication> BuildAsync(string[] args, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Configuration.AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables();
        var settings = builder.Configuration.GetSection("Tupa").Get<Settings>() ?? new();
        Directory.CreateDirectory(settings.Folder);

        Composition.Add(builder.Services, settings, builder.Configuration);
        builder.WebHost.UseUrls(settings.Listen);

        var app = builder.Build();
        Map(app);

        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop);
        return app;
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok"));
        foreach (var room in app.Services.GetRequiredService<House>().Rooms) room.MapRoutes(app);
    }
}
