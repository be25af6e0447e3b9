using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Who is here and why: people, cards, units, assignments, groups, authorities.</summary>
public sealed class RegisterRoom : Room
{
    public override string Name => "register";

    public override IReadOnlyList<JobSchedule> Jobs => [new(typeof(CloseGroupCount), Every: TimeSpan.FromHours(1))];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<WhoAsks>()
        .AddScoped<Memberships>()
        .AddScoped<PeopleSeen>()
        .AddScoped<PeopleInOrder>()
        .AddScoped<GroupParts>()
        .AddScoped<GroupReasons>()
        .AddScoped<UnitHeads>()
        .AddScoped<PeopleNames>()
        .AddScoped<PeopleSearch>()
        .AddScoped<MailAddresses>()
        .AddScoped<PersonActions>()
        .AddScoped<PersonalSummary>()
        .AddScoped<DirectoryQueries>()
        .AddScoped<ProfileQueries>()
        .AddScoped<OwnQueries>()
        .AddScoped<AssignmentQueries>()
        .AddScoped<GroupActions>()
        .AddScoped<GroupQueries>()
        .AddScoped<Supervision>()
        .AddScoped<Authorities>()
        .AddScoped<PersonContacts>()
        .AddScoped<AssignmentActions>()
        .AddScoped<AuthorityActions>()
        .AddScoped<OperatorActions>()
        .AddScoped<RegisterQueries>()
        .AddScoped<PictureActions>()
        .AddScoped<PictureQueries>()
        .AddScoped<IBlobUse, PictureBlobs>()
        .AddScoped<CloseGroupCount>()
        .AddScim()
        .AddScoped<IPersonalData, RegisterPersonalData>()
        .AddScoped<ISeed, StandingGroups>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        PeopleRoutes.Map(routes);
        PictureRoutes.Map(routes);
        RegisterRoutes.Map(routes);
        routes.MapScim();
    }
}
