using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>What was done, by whom, to what, with what outcome: written in the transaction of the deed itself.</summary>
public sealed class AuditRoom : Room
{
    public override string Name => "audit";

    public override IReadOnlyList<JobSchedule> Jobs =>
    [
        new(typeof(SealingJob), Every: TimeSpan.FromHours(1), Lengthy: true),
        new(typeof(ChainNight), Every: TimeSpan.FromHours(1), Lengthy: true),
        new(typeof(AddressSweep), Every: TimeSpan.FromDays(1)),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<AuditLog>()
        .AddSingleton(HeadsPlace.Of(configuration))
        .AddSingleton<HeadsFile>()
        .AddScoped<Sealing>()
        .AddScoped<SealingJob>()
        .AddScoped<ChainReading>()
        .AddScoped<ChainCheck>()
        .AddScoped(p => new AuditChain(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<ChainCheck>(), p.GetRequiredService<Sealing>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<ChainNight>()
        .AddScoped<IClaimCheck, ChainClaim>()
        .AddScoped<AddressSweep>()
        .AddScoped(p => new EntrySweep(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<HeadsFile>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<ViewNotes>()
        .AddSingleton<RecentViews>()
        .AddScoped<TurnedAway>()
        .AddSingleton<RecentKnocks>()
        .AddScoped<AuditTraces>()
        .AddScoped<LogReading>()
        .AddScoped<IWritingEnd>(provider => provider.GetRequiredService<AuditLog>())
        .AddScoped<IPersonalData, AuditPersonalData>();
}
