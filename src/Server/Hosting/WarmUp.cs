using Tupa.Access;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Server;

/// <summary>Does everything once by itself, so that the first person in the morning is answered as the thousandth is.</summary>
internal static class WarmUp
{
    /// <summary>
    /// What the database is made of, which takes longest of all to put together and is the same in every part of this process: begun
    /// before there is a host.
    /// </summary>
    public static Task ModelAsync(Settings settings) => Task.Run(async () =>
    {
        await using var services = Composition.Services(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        _ = scope.ServiceProvider.GetRequiredService<TupaDb>().Model;
    });

    /// <summary>The page that everybody sees first, drawn once while the house is being opened: it reads nothing of the database.</summary>
    public static Task DoorAsync(WebApplication app, CancellationToken stop) =>
        OneAsync(app, "Door", services => app.Services.GetRequiredService<FrontDoor>().AskAsync(services, new(HttpMethods.Get, "/sign-in"), stop), stop);

    /// <summary>One room after the other, and home, so that half of the machine is there for whoever has come already. Ends by itself when the house is told to stop.</summary>
    public static async Task RoomsAsync(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var rooms = scope.ServiceProvider.GetServices<IWarmUp>().Select(w => w.GetType()).ToList();
        foreach (var room in rooms) await OneAsync(app, room.Name, services => services.GetServices<IWarmUp>().Single(w => w.GetType() == room).WarmUpAsync(stop), stop);
        await OneAsync(app, "Home", services => RehearseAsync(app, services, stop), stop);
    }

    /// <summary>
    /// Answers home once, through everything that a request passes: what the rooms cannot warm by themselves is the page, its frame and
    /// the way out. Returns the status; null where there is nobody yet whose home it could be.
    /// </summary>
    internal static async Task<int?> RehearseAsync(WebApplication app, IServiceProvider services, CancellationToken stop)
    {
        if (!await services.GetRequiredService<Rehearsal>().EnterAsync(stop)) return null;

        // What is older than tomorrow: only the first page of home leaves a mark of what has been read.
        var before = new ArrivalCursor(services.GetRequiredService<TimeProvider>().UtcNow().AddDays(1), Guid.Empty);
        return (await app.Services.GetRequiredService<FrontDoor>().AskAsync(services, new(HttpMethods.Get, "/", QueryString.Create("before", before.ToString())), stop)).Status;
    }

    private static Task OneAsync(WebApplication app, string what, Func<IServiceProvider, Task> warm, CancellationToken stop) => Task.Run(async () =>
    {
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await warm(scope.ServiceProvider);
        }
#pragma warning disable CA1031 // A house that is cold is still a house.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (stop.IsCancellationRequested) return;
            app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Tupa.WarmUp").LogWarning("{Room} stayed cold: {Failure}", what, failure.GetType().Name);
        }
    }, CancellationToken.None);
}
