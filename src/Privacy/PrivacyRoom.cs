using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>What the house promises about personal data and accessibility, what it does not promise yet, and the keeping of it: erasure in time, and the own data to take along.</summary>
public sealed class PrivacyRoom : Room
{
    public override string Name => "privacy";

    public override IReadOnlyList<JobSchedule> Jobs =>
    [
        new(typeof(ErasureNight), Every: TimeSpan.FromHours(1), Lengthy: true),
        new(typeof(LogSweep), Every: TimeSpan.FromDays(1), Lengthy: true),
        new(typeof(TakeAwayMaking), Every: TimeSpan.FromMinutes(1), Lengthy: true),
        new(typeof(TakeAwaySweep), Every: TimeSpan.FromHours(1)),
        new(typeof(ClaimRounds), Every: TimeSpan.FromMinutes(2), Lengthy: true),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(StatementOptions.Of(configuration))
        .AddSingleton<Statement>()
        .AddScoped(p => new ClaimChecks(
            p.GetRequiredService<IServiceScopeFactory>(), p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<Authorities>(),
            p.GetRequiredService<Notices>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped(p => new AttestationActions(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<Authorities>(),
            p.GetRequiredService<Notices>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<JobBell>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped(p => new ClaimBoard(p.GetRequiredService<TupaDb>(), p.GetServices<IClaimCheck>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<ClaimQueries>()
        .AddScoped<ClaimRounds>()
        .AddScoped<IClaimCheck, NineMonthsClaim>()
        .AddScoped<IClaimCheck, AttributesClaim>()
        .AddScoped(p => new TrialErasure(p.GetRequiredService<ErasureRooms>(), p.GetRequiredService<Writing>()))
        .AddSingleton(LedgerPlace.Of(configuration))
        .AddSingleton<Ledger>()
        .AddScoped<ErasureRooms>()
        .AddScoped<PersonErasure>()
        .AddScoped<DueQueries>()
        .AddScoped<ErasedBytes>()
        .AddScoped<ErasureRun>()
        .AddScoped<ErasureNight>()
        .AddScoped<ErasureQueries>()
        .AddScoped<HoldActions>()
        .AddScoped<LogSweep>()
        .AddScoped<LogQueries>()
        .AddScoped<LogExportActions>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<LogReading>(), p.GetRequiredService<LogQueries>(),
            p.GetRequiredService<Authorities>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<IErasing, ErasingSeen>()
        .AddScoped<IPersonTraces, HoldTraces>()
        .AddScoped<ErasureOrders>(p => new(p.GetRequiredService<ErasureRun>(), p.GetRequiredService<DueQueries>(), p.GetRequiredService<ErasureQueries>()))
        .AddScoped<LedgerReplay>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<Leavers>(), p.GetRequiredService<Ledger>(), p.GetRequiredService<ErasureRun>()))
        .AddSingleton(p => new TakeAwayFolder(configuration, p.GetRequiredService<Disk>()))
        .AddSingleton<PackageMaker>()
        .AddScoped<TakeAwayRemoval>()
        .AddScoped<TakeAwayActions>()
        .AddScoped<TakeAwayQueries>()
        .AddScoped<TakeAwayMaking>()
        .AddScoped<TakeAwaySweep>()
        .AddScoped<IHear<AssignmentEnded>>(p => p.GetRequiredService<TakeAwaySweep>())
        .AddScoped<IMePart, EraseByPart>()
        .AddScoped<IPersonalData, PrivacyPersonalData>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        HoldRoutes.Map(routes);
        LogRoutes.Map(routes);
        ClaimRoutes.Map(routes);
        StatementRoutes.Map(routes);
        TakeAwayRoutes.Map(routes);
    }
}
