using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Who is here and why: people, cards, units, assignments, groups, authorities.</summary>
public sealed class RegisterRoom : Room
{
    public override string Name => "register";

    public override IReadOnlyList<JobSchedule> Jobs =>
    [
        new(typeof(CloseGroupCount), Every: TimeSpan.FromHours(1)),
        new(typeof(PullWork), Every: TimeSpan.FromMinutes(1), Lengthy: true),
        new(typeof(FeedWork), Every: TimeSpan.FromMinutes(1), Lengthy: true),
        new(typeof(FeedSweep), Every: TimeSpan.FromHours(1)),
        new(typeof(YearWork), Every: TimeSpan.FromMinutes(1)),
        new(typeof(SponsorWatch), Every: TimeSpan.FromHours(1)),
        new(typeof(PictureEnds), Every: TimeSpan.FromMinutes(1)),
        new(typeof(DisclosureSweep), Every: TimeSpan.FromDays(1)),
        new(typeof(JoiningSweep), Every: TimeSpan.FromHours(24)),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddFeedReaders(configuration)
        .AddScoped<WhoAsks>()
        .AddScoped<Memberships>()
        .AddScoped<PeopleSeen>()
        .AddScoped<PeopleInOrder>()
        .AddScoped<GroupParts>()
        .AddScoped<GroupReasons>()
        .AddScoped<UnitHeads>()
        .AddScoped<HeadGroups>()
        .AddScoped<UseEnds>()
        .AddScoped<ComingEnds>()
        .AddScoped<ExtensionQueries>()
        .AddTeams()
        .AddScoped(p => new ExtensionActions(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<Announcer>(),
            p.GetRequiredService<AssignmentActions>(), p.GetRequiredService<Authorities>(), p.GetRequiredService<ExtensionQueries>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<SourceKeys>()
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
        .AddScoped<IActorStandings, ActorStandings>()
        .AddScoped<PersonContacts>()
        .AddScoped<AssignmentActions>()
        .AddScoped<AuthorityActions>()
        .AddScoped<OperatorActions>()
        .AddAdministration()
        .AddScoped<PictureActions>()
        .AddScoped<PictureQueries>()
        .AddScoped<IBlobUse, PictureBlobs>()
        .AddScoped<IPersonalFiles, OwnPictureFile>()
        .AddScoped<PictureEnds>()
        .AddScoped<IHear<AssignmentEnded>>(p => p.GetRequiredService<PictureEnds>())
        .AddScoped<CloseGroupCount>()
        .AddScoped<Leavers>()
        .AddScoped<CardErasure>()
        .AddFeeds(configuration)
        .AddYears()
        .AddSponsors()
        .AddScim()
        .AddJoinings()
        .AddScoped<TrialPeople>()
        .AddScoped<IClaimCheck, DecisionsClaim>()
        .AddScoped<IClaimCheck, SchoolsClaim>()
        .AddScoped<IClaimCheck, FeedsClaim>()
        .AddScoped<IClaimCheck, PartnersClaim>()
        .AddScoped<IPersonalData, RegisterPersonalData>()
        .AddScoped<ISeed, StandingGroups>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        PeopleRoutes.Map(routes);
        PictureRoutes.Map(routes);
        RegisterRoutes.Map(routes);
        FeedRoutes.Map(routes);
        YearRoutes.Map(routes);
        CorrectionRoutes.Map(routes);
        EndingRoutes.Map(routes);
        PartnerRoutes.Map(routes);
        DisclosureRoutes.Map(routes);
        TeamRoutes.Map(routes);
        ConfirmationRoutes.Map(routes);
        ProposalRoutes.Map(routes);
        JoiningRoutes.Map(routes);
        SupervisorsExport.Map(routes);
        routes.MapScim();
    }
}
