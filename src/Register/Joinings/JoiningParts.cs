using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the door adds for joining people and parting them.</summary>
internal static class JoiningParts
{
    public static IServiceCollection AddJoinings(this IServiceCollection services) => services
        .AddScoped<JoiningSides>()
        .AddScoped<PersonJoin>()
        .AddScoped<PersonPart>()
        .AddScoped<JoiningSweep>()
        .AddScoped(p => new JoiningQueries(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Authorities>(), p.GetRequiredService<JoiningSides>(), p.GetRequiredService<Writing>(),
            p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped(p => new JoiningActions(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<JoiningSides>(), p.GetRequiredService<PersonJoin>(),
            p.GetRequiredService<PersonPart>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()));
}
