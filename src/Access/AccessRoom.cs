using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>How one comes in and what one must have done before: sign-in, sessions, factors, codes, gates, API tokens.</summary>
public sealed class AccessRoom : Room
{
    public override string Name => "access";

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Visitor>();
        services.AddScoped<Actor>(provider => provider.GetRequiredService<Visitor>().Actor);
        services.AddScoped<DoorQueries>();
        services.AddSingleton<Touches>();
        services.AddHostedService(provider => provider.GetRequiredService<Touches>());
    }
}
