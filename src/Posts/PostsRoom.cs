using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Posts;

/// <summary>What people write to each other in spaces: posts, comments, reactions, must-reads.</summary>
public sealed class PostsRoom : Room
{
    public override string Name => "posts";

    public override IReadOnlyList<JobSchedule> Jobs =>
    [
        new(typeof(ScheduledPosts), Every: TimeSpan.FromSeconds(30)),
        new(typeof(DraftSweep), Every: TimeSpan.FromDays(1)),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<MarkupCache>()
        .AddSingleton<CardShelf>()
        .AddScoped<CardDrawing>()
        .AddScoped<PostsSeen>()
        .AddScoped<PostAccess>()
        .AddScoped<PostAudiences>()
        .AddScoped<PostTrail>()
        .AddScoped<PostActions>(p => new(
            p.GetRequiredService<Writing>(), p.GetRequiredService<TupaDb>(), p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<SpaceAccess>(), p.GetRequiredService<PostAccess>(), p.GetRequiredService<PostAudiences>(), p.GetRequiredService<PostTrail>()))
        .AddScoped<PostQueries>(p => new(p.GetRequiredService<TupaDb>(), p.GetRequiredService<PostsSeen>(), p.GetRequiredService<PeopleNames>(), p.GetRequiredService<SpaceNames>(), p.GetRequiredService<ViewNotes>()))
        .AddScoped<PostCareActions>()
        .AddScoped<PostViews>()
        .AddScoped<CommentActions>()
        .AddScoped<CommentQueries>()
        .AddScoped<MentionActions>()
        .AddScoped<FormerMentions>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<PostsSeen>(), p.GetRequiredService<PostAccess>(), p.GetRequiredService<AuditLog>()))
        .AddScoped<ReactionActions>()
        .AddScoped<MustReadActions>()
        .AddScoped<MustReadQueries>()
        .AddScoped<IMustReads>(p => p.GetRequiredService<MustReadQueries>())
        .AddScoped<DraftActions>()
        .AddScoped<DraftQueries>()
        .AddScoped<DraftSweep>()
        .AddScoped<ComposerQueries>()
        .AddScoped<ScheduledPosts>()
        .AddScoped<PostCards>()
        .AddScoped<IArrivalCards>(p => p.GetRequiredService<PostCards>())
        .AddScoped<IArrivalTitles>(p => p.GetRequiredService<PostCards>())
        .AddScoped<ISpaceParts, ComposeHead>()
        .AddScoped<IHandOver, PostHandOver>()
        .AddScoped<IHideable, HideablePosts>()
        .AddScoped<IHideable, HideableComments>()
        .AddScoped<MentionTexts>()
        .AddScoped<MentionJoins>()
        .AddScoped<IHear<PeopleJoining>>(provider => provider.GetRequiredService<MentionJoins>())
        .AddScoped<IHear<PeopleParted>>(provider => provider.GetRequiredService<MentionJoins>())
        .AddScoped<IPersonMade, PostsMade>()
        .AddScoped<PostsErasure>()
        .AddScoped<IPersonalData, PostsPersonalData>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        PostRoutes.Map(routes);
        ComposerRoutes.Map(routes);
        CommentRoutes.Map(routes);
    }
}
