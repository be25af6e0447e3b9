using Tupa.Access;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Server.Web;
using Tupa.Ui;

namespace Tupa.Server;

/// <summary>Builds the web server of the house: settings, services, the order of what every request passes, routes.</summary>
public static class HouseHost
{
    /// <summary>How long requests under way may take once the house is told to stop; what was acknowledged is durable before that.</summary>
    internal static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);

    /// <summary>The file of settings is read once; nobody watches the folder, which may hold everything the house keeps.</summary>
    private static readonly WebApplicationOptions Unwatched = new() { Args = ["--hostBuilder:reloadConfigOnChange=false"] };

    /// <summary>Builds the host and opens the house; starting it is left to the caller.</summary>
    /// <param name="more">The last word on services: the tests give a clock and a counter of statements.</param>
    public static async Task<WebApplication> BuildAsync(Settings settings, Action<IServiceCollection>? more, CancellationToken stop)
    {
        var app = Assemble(settings, more);
        await OpenAsync(app, stop);
        return app;
    }

    internal static WebApplication Assemble(Settings settings, Action<IServiceCollection>? more)
    {
        Directory.CreateDirectory(settings.Folder);

        var builder = WebApplication.CreateSlimBuilder(Unwatched);
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(settings.Source);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore.Model", LogLevel.Error)
            // It warns that its keys are not encrypted: they lie beside the key file of the house, and are kept as that is.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        Composition.Add(builder.Services, settings);
        Pages.Add(builder.Services);
        builder.Services.AddOpenApi(ApiDocument.Describe);
        more?.Invoke(builder.Services);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = LongestStop);
        builder.WebHost.UseUrls(settings.Listen).ConfigureKestrel(server => server.Limits.MaxRequestBodySize = SentForms.Largest);

        var app = builder.Build();
        Map(app);
        return app;
    }

    /// <summary>Migrations, standing rows, and what this house says of itself.</summary>
    internal static async Task OpenAsync(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop);
        await FaceAsync(scope.ServiceProvider, app.Services.GetRequiredService<Settings>(), stop);
    }

    /// <summary>What kind of house this database is: where it may be heard, and what it says of itself on every page.</summary>
    private static async Task FaceAsync(IServiceProvider services, Settings settings, CancellationToken stop)
    {
        var marks = await services.GetRequiredService<Marks>().AllAsync(stop);
        var demo = marks.ContainsKey(Marks.Demo);
        var scanner = services.GetRequiredService<IScanner>();
        ListenRule.Check(settings, demo, scanner);
        await services.GetRequiredService<KeyLook>().LookAsync(stop);

        settings.City = marks.GetValueOrDefault(Marks.City, settings.City);
        settings.CitySwedish = marks.GetValueOrDefault(Marks.CitySwedish, settings.CitySwedish);
        services.GetRequiredService<HouseBanners>().Set(demo, scanner.IsOn);
    }

    private static void Map(WebApplication app)
    {
        var house = app.Services.GetRequiredService<House>();

        app.UseProxies(app.Services.GetRequiredService<Settings>());
        app.UseResponseCompression();
        app.UseSafeHeaders();
        app.UseMishaps();
        app.UseEmptyHouse();
        app.UseRouting();
        app.UseSameSite();
        app.UseAccess();
        app.UseSentForms();

        app.MapGet("/healthz", () => Results.Text("ok")).Impersonal();
        app.MapGet("/readyz", ReadyAsync).Impersonal();
        app.MapGroup("").Impersonal().MapAssets();

        // Where a request comes from is asked once, in SameSite, for every route; no token stands in any page.
        var routes = app.MapGroup("").DisableAntiforgery();
        foreach (var room in house.Rooms) room.MapRoutes(routes);
        ApiRoutes.Map(routes);
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. Pages.Of(house)]).DisableAntiforgery().Add(Pages.OnlyShow);

        // The host would add this by itself; said here, so that the way a request takes is whole before the doors open (WarmUp).
        app.UseEndpoints(_ => { });
        app.Services.GetRequiredService<FrontDoor>().Opens(app);
    }

    private static async Task<IResult> ReadyAsync(TupaDb db, CancellationToken stop) =>
        await db.Database.CanConnectAsync(stop) ? Results.Text("ok") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
