using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The forms of file that sources deliver, one reader each, and what is fetched.</summary>
internal static class FeedReaders
{
    public static IServiceCollection AddFeedReaders(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = SchoolsSettings.Of(configuration);
        services
            .AddSingleton(settings)
            .AddSingleton(RosterPullSettings.Of(configuration))
            .AddScoped<IFeedReader, OneRosterReader>()
            .AddScoped<IFeedReader, SdsReader>()
            .AddScoped<IFeedReader, PopoloReader>()
            .AddScoped<IFeedReader, OfficialsReader>()
            .AddScoped<IFeedReader, SupervisorsReader>()
            .AddScoped<SupervisorsExport>()
            .AddSingleton(LdapSettings.Of(configuration))
            .AddScoped<SourceCuts>()
            .AddScoped<UnitNames>()
            .AddScoped<IFeedReader, LdapReader>()
            .AddScoped<IFeedPull, RosterPull>()
            .AddScoped<IFeedPull, LdapPull>()
            .AddScoped<PullWork>();
        if (RosterPullSettings.Of(configuration) is { IsConfigured: true } roster)
            services.AddSingleton(new OutboundPlace(new Uri(roster.Address).IdnHost, "OneRoster")).AddSingleton(new OutboundPlace(new Uri(roster.TokenAddress).IdnHost, "OAuth 2"));
        if (LdapSettings.Of(configuration) is { IsConfigured: true } directory) services.AddSingleton(new OutboundPlace(new Uri(directory.Address).IdnHost, "LDAP"));
        foreach (var profile in settings.Mappings) services.AddScoped<IFeedReader>(_ => new ProfileReader(profile, settings));
        return services;
    }
}
