using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>Lets every room warm up at once, so that the first person in the morning is answered as the thousandth is.</summary>
internal static class WarmUp
{
    public static async Task RunAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var rooms = scope.ServiceProvider.GetServices<IWarmUp>().Select(w => w.GetType()).ToList();
        await Task.WhenAll(rooms.Select(room => Task.Run(() => OneAsync(services, room, stop), stop)));
    }

    private static async Task OneAsync(IServiceProvider services, Type room, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetServices<IWarmUp>().Single(w => w.GetType() == room).WarmUpAsync(stop);
        }
#pragma warning disable CA1031 // A house that is cold is still a house.
        catch (Exception failure) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Tupa.WarmUp").LogWarning("{Room} stayed cold: {Failure}", room.Name, failure.GetType().Name);
        }
    }
}
