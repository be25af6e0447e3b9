using Tupa.Access;
using Tupa.Audit;
using Tupa.Backup;
using Tupa.Blobs;
using Tupa.Files;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Posts;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Retention;
using Tupa.Spaces;
using Tupa.Storage.Postgres;
using Tupa.Storage.Sqlite;

namespace Tupa.Server;

/// <summary>Which rooms the house has, and on which database it stands. The only place that knows them all.</summary>
public static class Composition
{
    /// <summary>The rooms in the order of their floors.</summary>
    public static IReadOnlyList<Room> Rooms() =>
    [
        new AuditRoom(),
        new RetentionRoom(),
        new BlobsRoom(),
        new RegisterRoom(),
        new AccessRoom(),
        new SpacesRoom(),
        new FilesRoom(),
        new NotificationsRoom(),
        new PostsRoom(),
        new PrivacyRoom(),
        new BackupRoom(),
    ];

    /// <summary>The house's services without a web server: for the command line.</summary>
    public static IServiceCollection Services(Settings settings) =>
        Add(new ServiceCollection().AddLogging(), settings).AddScoped(_ => new Whence(WayIn.Command));

    /// <summary>Adds everything the rooms bring.</summary>
    public static IServiceCollection Add(IServiceCollection services, Settings settings)
    {
        var house = new House(Rooms());
        services.AddSingleton(settings);
        services.AddSingleton(house);
        services.AddSingleton<JobBell>();
        services.AddSingleton<JobRunner>();
        services.AddScoped<JobRuns>();
        services.AddSingleton<WriteHolds>();
        services.AddScoped<Writing>();
        services.AddScoped<Announcer>();
        services.AddScoped(_ => new Whence(WayIn.Job));
        services.AddSingleton(provider => new Outbound(provider.GetServices<OutboundPlace>(), settings.Source));
        services.AddSingleton<FrontDoor>();
        services.AddScoped<Trial>();
        services.AddScoped<IClaimCheck, LeaverClaim>();
        services.AddScoped<IClaimCheck, PledgeClaim>();
        services.AddScoped<IClaimCheck, HeadersClaim>();
        services.AddScoped<IClaimCheck, OutboundClaim>();
        services.AddScoped<IClaimCheck, LanguagesClaim>();
        services.AddScoped<Migrator>();
        services.AddScoped<Marks>();
        services.AddScoped<Opening>();
        services.AddSingleton<TimeProvider>(new HouseClock(settings.ClockShift));

        if (settings.Database.Length > 0) PostgresStorage.Add(services, settings.Database);
        else SqliteStorage.Add(services, settings.DatabaseFile);

        foreach (var room in house.Rooms) room.AddServices(services, settings.Source);
        return services;
    }
}
