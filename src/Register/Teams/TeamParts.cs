using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the door adds for supervisors and their people.</summary>
internal static class TeamParts
{
    public static IServiceCollection AddTeams(this IServiceCollection services) => services
        .AddScoped<TeamAccess>()
        .AddScoped<TeamRecords>()
        .AddScoped<TeamQueries>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<TeamAccess>(), p.GetRequiredService<PeopleNames>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<TeamActions>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<AssignmentActions>(),
            p.GetRequiredService<TeamAccess>(), p.GetRequiredService<TeamRecords>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<ColleagueActions>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<TeamAccess>(),
            p.GetRequiredService<FeedHearing>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<ProposalQueries>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<TeamAccess>(), p.GetRequiredService<Authorities>(), p.GetRequiredService<PeopleNames>()))
        .AddScoped<ProposalActions>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<TeamAccess>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<ConfirmationQueries>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<TeamAccess>(), p.GetRequiredService<PeopleNames>(), p.GetRequiredService<FeedAccess>(),
            p.GetRequiredService<TimeProvider>()))
        .AddScoped<ConfirmationActions>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<IBulk>(), p.GetRequiredService<AuditLog>(),
            p.GetRequiredService<TeamAccess>(), p.GetRequiredService<TimeProvider>()));
}
