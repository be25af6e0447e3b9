using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>Bytes: taken in, checked, made ready to show, kept once, let go of.</summary>
public sealed class BlobsRoom : Room
{
    public override string Name => "blobs";

    public override IReadOnlyList<JobSchedule> Jobs =>
    [
        new(typeof(ScanJob), Every: TimeSpan.FromMinutes(1)),
        new(typeof(MediaJob), Every: TimeSpan.FromMinutes(1), Lengthy: true),
        new(typeof(BlobSweep), Every: TimeSpan.FromHours(1)),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var settings = BlobsSettings.Read(configuration);
        services
            .AddSingleton(settings)
            .AddSingleton(new Disk())
            .AddSingleton<IncomingFolder>()
            .AddSingleton<IBlobStore, DiskStore>()
            .AddSingleton<MediaTools>()
            .AddSingleton<PictureMaker>()
            .AddSingleton<FilmMaker>()
            .AddScoped<Receiving>(p => new(
                settings, p.GetRequiredService<IncomingFolder>(), p.GetRequiredService<Disk>(), p.GetRequiredService<Writing>(),
                p.GetRequiredService<TupaDb>(), p.GetRequiredService<JobBell>(), p.GetRequiredService<TimeProvider>()))
            .AddScoped<BlobBytes>()
            .AddScoped<BlobRelease>(p => new(p.GetRequiredService<TupaDb>(), p.GetServices<IBlobUse>(), p.GetRequiredService<BlobBytes>()))
            .AddScoped<Delivery>()
            .AddScoped<Pictures>()
            .AddScoped<ScanJob>()
            .AddScoped<MediaJob>()
            .AddScoped<BlobSweep>();

        if (settings.Scanner is null) services.AddSingleton<IScanner, NoScanner>();
        else services.AddSingleton(new OutboundPlace(settings.ScannerHost, "clamd")).AddSingleton<IScanner, ClamdScanner>();
        services.AddScoped<IClaimCheck, ScannerClaim>();
    }
}
