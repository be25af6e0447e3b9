using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the door adds for feeds.</summary>
internal static class FeedParts
{
    public static IServiceCollection AddFeeds(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(Trust.Read(configuration))
        .AddSingleton<FeedFolder>()
        .AddScoped<FeedIntake>()
        .AddScoped<FeedAccess>()
        .AddScoped<FeedBrake>()
        .AddScoped<FeedQueries>()
        .AddScoped<SameQueries>()
        .AddScoped<CorrectionActions>()
        .AddScoped<CorrectionQueries>()
        .AddScoped<RecordEnds>()
        .AddScoped<IFeedMemory, FeedMemory>()
        .AddScoped<FeedStaging>()
        .AddScoped<FeedHearing>()
        .AddScoped<FeedApplying>()
        .AddScoped<FeedWork>()
        .AddScoped<FeedSweep>()
        .AddScoped<FeedPreviews>(p => new(
            p.GetRequiredService<FeedFolder>(), p.GetRequiredService<FeedAccess>(), p.GetRequiredService<IScanner>(), p.GetServices<IFeedReader>(),
            p.GetRequiredService<BlobsSettings>(), p.GetRequiredService<Writing>(), p.GetRequiredService<AuditLog>()))
        .AddScoped<SameActions>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<FeedAccess>(), p.GetRequiredService<InvitationActions>(), p.GetRequiredService<AuditLog>(),
            p.GetRequiredService<JobBell>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<FeedActions>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<FeedIntake>(), p.GetRequiredService<FeedAccess>(),
            p.GetRequiredService<AuditLog>(), p.GetRequiredService<JobBell>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<FeedRunner>(p => new(
            p.GetRequiredService<TupaDb>(), p.GetRequiredService<Writing>(), p.GetRequiredService<FeedFolder>(), p.GetRequiredService<IScanner>(),
            p.GetServices<IFeedReader>(), p.GetRequiredService<FeedStaging>(), p.GetRequiredService<FeedApplying>(), p.GetRequiredService<YearLaying>(), p.GetRequiredService<AuditLog>(),
            p.GetRequiredService<IServiceScopeFactory>(), p.GetRequiredService<TimeProvider>()));
}
