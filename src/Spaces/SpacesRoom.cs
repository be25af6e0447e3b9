using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>Places with a purpose, who is in them, and who may see what is there.</summary>
public sealed class SpacesRoom : Room
{
    public override string Name => "spaces";

    public override IReadOnlyList<JobSchedule> Jobs =>
    [
        new(typeof(DueArrivals), Every: TimeSpan.FromSeconds(30)),
        new(typeof(StewardWatch), Every: TimeSpan.FromHours(1)),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<RecentCounts>()
        .AddSingleton<FeedHorizons>()
        .AddScoped<ReadMarks>()
        .AddScoped<HomeQueries>()
        .AddScoped<IWarmUp, HomeWarmUp>()
        .AddSingleton<OwnAudienceRows>()
        .AddScoped<OwnAudiences>()
        .AddScoped(provider => new RailQueries(provider.GetRequiredService<OwnAudiences>()))
        .AddScoped<Audience>()
        .AddScoped<AudiencePeople>()
        .AddScoped<PartAudiences>()
        .AddScoped<SpaceAccess>()
        .AddScoped<SpaceNames>()
        .AddScoped<IConfidentialSpaces, ConfidentialSpaces>()
        .AddScoped<SpacesSeen>()
        .AddScoped<WritableSpaces>()
        .AddScoped<ArrivalActions>()
        .AddSingleton<RetentionNames>()
        .AddScoped<SpaceQueries>()
        .AddScoped<SpaceActions>()
        .AddScoped<MemberQueries>()
        .AddScoped<MemberActions>()
        .AddScoped<PersonPicks>()
        .AddScoped<IPartnerPlaces, PartnerPlaces>()
        .AddScoped<ArrivalDrawing>()
        .AddScoped<ExplanationChains>()
        .AddScoped<ReportActions>()
        .AddScoped<ReportQueries>()
        .AddScoped<DueArrivals>()
        .AddScoped<StewardLine>()
        .AddScoped<IHear<StandingChanged>>(provider => provider.GetRequiredService<StewardLine>())
        .AddScoped<StewardWatch>()
        .AddScoped<HandOverQueries>()
        .AddScoped<HandOverActions>()
        .AddScoped<IClaimCheck, ClassesClaim>()
        .AddScoped<IPersonMade, ReportsMade>()
        .AddScoped<IPersonalData, SpacesPersonalData>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        SpaceRoutes.Map(routes);
        MemberRoutes.Map(routes);
        HandOverRoutes.Map(routes);
        ArrivalRoutes.Map(routes);
        ReportRoutes.Map(routes);
    }
}
