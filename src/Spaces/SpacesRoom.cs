using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>Places with a purpose, who is in them, and who may see what is there.</summary>
public sealed class SpacesRoom : Room
{
    public override string Name => "spaces";

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<RecentCounts>()
        .AddSingleton<FeedHorizons>()
        .AddScoped<ReadMarks>()
        .AddScoped<HomeQueries>()
        .AddScoped<OwnAudiences>()
        .AddScoped(provider => new RailQueries(provider.GetRequiredService<OwnAudiences>()))
        .AddScoped<Audience>()
        .AddScoped<AudiencePeople>()
        .AddScoped<PartAudiences>()
        .AddScoped<SpaceAccess>()
        .AddScoped<SpaceNames>()
        .AddScoped<SpacesSeen>()
        .AddScoped<ArrivalActions>()
        .AddSingleton<RetentionNames>()
        .AddScoped<SpaceQueries>()
        .AddScoped<SpaceActions>()
        .AddScoped<MemberQueries>()
        .AddScoped<MemberActions>()
        .AddScoped<PersonPicks>();
}
