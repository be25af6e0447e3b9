using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>What people are told: the inbox, e-mail and its digest, and the live stream. It holds ids, never content.</summary>
public sealed class NotificationsRoom : Room
{
    public override string Name => "notifications";

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<ILiveWire, LocalWire>();
        services
            .AddSingleton<LiveHub>()
            .AddScoped<Notices>()
            .AddScoped<NoticesSeen>()
            .AddScoped(provider => new Unread(provider.GetRequiredService<NoticesSeen>()));
    }
}
