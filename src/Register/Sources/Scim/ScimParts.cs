using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the SCIM source brings.</summary>
internal static class ScimParts
{
    public static IServiceCollection AddScim(this IServiceCollection services) => services
        .AddSingleton<ScimPace>()
        .AddSingleton<ScimGathering>()
        .AddScoped<ScimDoor>()
        .AddScoped<ScimMatching>()
        .AddScoped<ScimCards>()
        .AddScoped<ScimPlacing>()
        .AddScoped<ScimEnds>()
        .AddScoped<ScimUserQueries>()
        .AddScoped<ScimArrivals>()
        .AddScoped<ScimUserActions>()
        .AddScoped<ScimUsers>()
        .AddScoped<ScimGroupQueries>()
        .AddScoped<ScimGroupActions>()
        .AddScoped<ScimGroups>()
        .AddScoped<ScimBulk>()
        .AddScoped<ScimKeyQueries>()
        .AddScoped(provider => new ScimKeyActions(
            provider.GetRequiredService<TupaDb>(), provider.GetRequiredService<Writing>(), provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<Authorities>(), provider.GetRequiredService<ScimEnds>(), provider.GetRequiredService<TimeProvider>()));

    public static void MapScim(this IEndpointRouteBuilder routes)
    {
        ScimRoutes.Map(routes);
        ScimKeyRoutes.Map(routes);
    }
}
