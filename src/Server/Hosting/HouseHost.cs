using Tupa.Access;
using Tupa.Kernel;
using Tupa.Ui;

namespace Tupa.Server;

/// <summary>Builds the web server of the house: settings, services, the order of what every request passes, routes.</summary>
public static class HouseHost
{
    /// <summary>Builds the host and opens the house (migrations, standing rows); starting it is left to the caller.</summary>
    /// <param name="more">The last word on services: the tests give a clock and a counter of statements.</param>
    public static async Task<WebApplication> BuildAsync(Settings settings, Action<IServiceCollection>? more, CancellationToken stop)
    {
        Directory.CreateDirectory(settings.Folder);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(settings.Source);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        Composition.Add(builder.Services, settings);
        Pages.Add(builder.Services);
        builder.Services.AddOpenApi(ApiDocument.Describe);
        more?.Invoke(builder.Services);
        builder.WebHost.UseUrls(settings.Listen);

        var app = builder.Build();
        Map(app);

        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop);
        return app;
    }

    private static void Map(WebApplication app)
    {
        var house = app.Services.GetRequiredService<House>();

        app.UseResponseCompression();
        app.UseSafeHeaders();
        app.UseMishaps();
        app.UseEmptyHouse();
        app.UseRouting();
        app.UseSameSite();
        app.UseAccess();

        app.MapGet("/healthz", () => Results.Text("ok")).Impersonal();
        app.MapGet("/readyz", ReadyAsync).Impersonal();
        app.MapGroup("").Impersonal().MapAssets();
        foreach (var room in house.Rooms) room.MapRoutes(app);
        ApiRoutes.Map(app);
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. Pages.Of(house)]);
    }

    private static async Task<IResult> ReadyAsync(TupaDb db, CancellationToken stop) =>
        await db.Database.CanConnectAsync(stop) ? Results.Text("ok") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
