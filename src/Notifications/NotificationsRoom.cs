using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>What people are told: the inbox, e-mail and its digest, and the live stream. It holds ids, never content.</summary>
public sealed class NotificationsRoom : Room
{
    public override string Name => "notifications";

    public override IReadOnlyList<JobSchedule> Jobs =>
    [
        new(typeof(MailRounds), TimeSpan.FromMinutes(1)),
        new(typeof(DigestRounds), TimeSpan.FromMinutes(10)),
        new(typeof(MailDelivery), TimeSpan.FromMinutes(1)),
        new(typeof(NoticeSweep), TimeSpan.FromHours(24)),
        new(typeof(FarewellRounds), TimeSpan.FromMinutes(30)),
        new(typeof(ConfirmationRounds), TimeSpan.FromMinutes(30)),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var mail = MailOptions.Of(configuration);

        // Signs the links in mail. The folder is outside the database and its backups; nodes that share a database share it.
        services.AddDataProtection().SetApplicationName("tupa")
            .PersistKeysToFileSystem(new(Path.Combine(configuration["Tupa:Folder"] ?? "var", "keys", "protection")));
        services.TryAddSingleton<ILiveWire, LocalWire>();
        services.AddSingleton(mail);
        if (mail.IsConfigured) services.AddSingleton(new OutboundPlace(mail.Host, "SMTP")).AddSingleton<IMailer, SmtpMailer>();
        else services.AddSingleton<IMailer, NoMailer>();

        services
            .AddSingleton<LiveHub>()
            .AddScoped<LiveStream>()
            .AddScoped<IHear<Arrived>, ArrivalBell>()
            .AddScoped<IHear<ContentReported>, ReportBell>()
            .AddScoped<IHear<Admitted>, AdmittedBell>()
            .AddScoped<IHear<AccessNews>, AccessBell>()
            .AddScoped<IHear<PeopleJoined>, JoinBell>()
            .AddScoped<IHear<PeopleParted>, JoinBell>()
            .AddScoped<IHear<ExtensionProposed>, ExtensionBell>()
            .AddScoped<IHear<StandingChanged>, FarewellRecall>()
            .AddScoped<IHear<SponsorshipPassed>, SponsorshipBell>()
            .AddScoped<IHear<SponsorshipEnds>, PartnerEndBell>()
            .AddScoped<IHear<SponsorshipRenewed>, PartnerEndRecall>()
            .AddScoped<FarewellWriter>()
            .AddScoped<FarewellRounds>()
            .AddScoped<ConfirmationRounds>()
            .AddScoped<Notices>()
            .AddScoped<NoticesSeen>()
            .AddScoped(provider => new Unread(provider.GetRequiredService<NoticesSeen>()))
            .AddSingleton<IWaiting, UnreadRows>()
            .AddScoped<Titles>()
            .AddScoped<InboxQueries>()
            .AddScoped<InboxActions>()
            .AddScoped<WishQueries>()
            .AddScoped<PreferenceActions>()
            .AddScoped<UnsubscribeLinks>()
            .AddScoped<MailNewsQueries>()
            .AddScoped<MailWriter>()
            .AddScoped<MailRounds>()
            .AddScoped<DigestRounds>()
            .AddScoped<MailDelivery>()
            .AddScoped<NoticeSweep>()
            .AddScoped<IPersonalData, NotificationsPersonalData>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        InboxRoutes.Map(routes);
        PreferenceRoutes.Map(routes);
        UnsubscribeRoutes.Map(routes);
        LiveRoutes.Map(routes);
    }
}
