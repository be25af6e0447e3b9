using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Backup;

/// <summary>Copies of the house that are whole, checked, and can be put back.</summary>
public sealed class BackupRoom : Room
{
    public override string Name => "backup";

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<SnapshotMaker>()
        .AddScoped<SnapshotNotes>()
        .AddScoped<IClaimCheck, BackupClaim>();
}
