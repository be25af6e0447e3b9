using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>What the house promises about personal data and accessibility, and what it does not promise yet.</summary>
public sealed class PrivacyRoom : Room
{
    public override string Name => "privacy";

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(StatementOptions.Of(configuration))
        .AddSingleton<Statement>();
}
