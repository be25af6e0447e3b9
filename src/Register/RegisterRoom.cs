using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Who is here and why: people, cards, units, assignments, groups, authorities.</summary>
public sealed class RegisterRoom : Room
{
    public override string Name => "register";

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<PeopleSeen>()
        .AddScoped<PeopleNames>()
        .AddScoped<PeopleSearch>()
        .AddScoped<PersonActions>()
        .AddScoped<PersonalSummary>()
        .AddScoped<GroupActions>()
        .AddScoped<GroupQueries>()
        .AddScoped<Supervision>()
        .AddScoped<Authorities>()
        .AddScoped<ISeed, StandingGroups>();
}
