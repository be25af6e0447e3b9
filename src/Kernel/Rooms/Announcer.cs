using Microsoft.Extensions.DependencyInjection;

namespace Tupa.Kernel;

/// <summary>A higher room hears what a lower one announces, in the same transaction, as a set: never once per row.</summary>
public interface IHear<TAnnouncement>
{
    Task HearAsync(IReadOnlyList<TAnnouncement> announced, CancellationToken stop);
}

/// <summary>Tells every room above, inside the writing in which the thing happened.</summary>
public sealed class Announcer(IServiceProvider services)
{
    public async Task AnnounceAsync<TAnnouncement>(IReadOnlyList<TAnnouncement> announced, CancellationToken stop)
    {
        if (announced.Count == 0) return;
        foreach (var hearer in services.GetServices<IHear<TAnnouncement>>()) await hearer.HearAsync(announced, stop);
    }
}
