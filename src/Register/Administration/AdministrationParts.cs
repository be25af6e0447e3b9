using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the door adds for the pages of the register's administrators.</summary>
internal static class AdministrationParts
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddScoped<Administered>()
        .AddScoped<RegisteredMatches>()
        .AddScoped<DisclosedRows>()
        .AddScoped<RegisterWorkQueries>()
        .AddScoped<TimelineAssignments>()
        .AddScoped<TimelineEvents>()
        .AddScoped<DisclosureQueries>()
        .AddScoped<DisclosureSweep>()
        .AddScoped<RegisterEnds>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Administered>(), p.GetRequiredService<Writing>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<RegisterQueries>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Authorities>(), p.GetRequiredService<RegisterWorkQueries>(), p.GetRequiredService<PeopleNames>(),
            p.GetRequiredService<TimeProvider>()))
        .AddScoped<RegisteredQueries>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Administered>(), p.GetRequiredService<RegisteredMatches>(), p.GetRequiredService<IEraseBy>(),
            p.GetRequiredService<Writing>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<TimelineQueries>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Authorities>(), p.GetRequiredService<Administered>(), p.GetRequiredService<TimelineAssignments>(),
            p.GetRequiredService<TimelineEvents>(), p.GetRequiredService<IEraseBy>(), p.GetRequiredService<Writing>(), p.GetRequiredService<AuditLog>()))
        .AddScoped<DisclosureActions>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<Administered>(), p.GetRequiredService<DisclosedRows>(),
            p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()));
}
