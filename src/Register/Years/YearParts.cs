using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the door adds for changes of school year.</summary>
internal static class YearParts
{
    public static IServiceCollection AddYears(this IServiceCollection services) => services
        .AddScoped<YearContents>()
        .AddScoped<YearBridging>()
        .AddScoped<YearLaying>()
        .AddScoped<YearQueries>()
        .AddScoped<YearWork>()
        .AddScoped<YearActions>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<FeedIntake>(), p.GetRequiredService<FeedAccess>(),
            p.GetRequiredService<YearLaying>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<JobBell>(), p.GetRequiredService<TimeProvider>()));
}
