using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the door adds for partners and their sponsors.</summary>
internal static class SponsorParts
{
    public static IServiceCollection AddSponsors(this IServiceCollection services) => services
        .AddScoped<OwnCovers>()
        .AddScoped<PartnerQueries>()
        .AddScoped<SponsorWatch>()
        .AddScoped<WaitingInvitations>()
        .AddScoped(p => new InvitationActions(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<AssignmentActions>(),
            p.GetRequiredService<OwnCovers>(), p.GetServices<IPartnerPlaces>(), p.GetRequiredService<WaitingInvitations>(), p.GetRequiredService<Trust>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped(p => new PartnerActions(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<Announcer>(),
            p.GetRequiredService<AssignmentActions>(), p.GetRequiredService<PartnerQueries>(), p.GetRequiredService<OwnCovers>(), p.GetServices<IPartnerPlaces>(), p.GetRequiredService<TimeProvider>()));
}
