using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>What was done, by whom, to what, with what outcome: written in the transaction of the deed itself.</summary>
public sealed class AuditRoom : Room
{
    public override string Name => "audit";

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<AuditLog>()
        .AddScoped<AuditTraces>()
        .AddScoped<IWritingEnd>(provider => provider.GetRequiredService<AuditLog>())
        .AddScoped<IPersonalData, AuditPersonalData>();
}
