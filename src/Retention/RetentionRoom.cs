using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Retention;

/// <summary>How long things are kept, by the classes of the city's plan (tiedonohjaussuunnitelma).</summary>
public sealed class RetentionRoom : Room
{
    public override string Name => "retention";

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => EraseBy.Of(configuration))
        .AddSingleton<IEraseBy>(services => services.GetRequiredService<EraseBy>())
        .AddScoped<RetentionQueries>()
        .AddScoped<ISeed, DefaultClasses>();
}
