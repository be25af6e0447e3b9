using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Server;

/// <summary>Lets every room warm up at once, so that the first person in the morning is answered as the thousandth is.</summary>
internal static class WarmUp
{
    public static async Task RunAsync(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var rooms = scope.ServiceProvider.GetServices<IWarmUp>().Select(w => w.GetType()).ToList();
        await Task.WhenAll(rooms
            .Select(room => OneAsync(app, room.Name, services => services.GetServices<IWarmUp>().Single(w => w.GetType() == room).WarmUpAsync(stop), stop))
            .Append(OneAsync(app, "Home", services => RehearseAsync(app, services, stop), stop)));
    }

    /// <summary>
    /// Answers home once, through everything that a request passes: what the rooms cannot warm by themselves is the page, its frame and
    /// the way out. Returns the status; null where there is nobody yet whose home it could be.
    /// </summary>
    internal static async Task<int?> RehearseAsync(WebApplication app, IServiceProvider services, CancellationToken stop)
    {
        if (!await services.GetRequiredService<Rehearsal>().EnterAsync(stop)) return null;

        var http = Request(services, stop);
        await ((IApplicationBuilder)app).Build()(http);
        return http.Response.StatusCode;
    }

    /// <summary>Asks for what is older than tomorrow: only the first page of home leaves a mark of what has been read.</summary>
    private static DefaultHttpContext Request(IServiceProvider services, CancellationToken stop)
    {
        var before = new ArrivalCursor(services.GetRequiredService<TimeProvider>().UtcNow().AddDays(1), Guid.Empty);
        var http = new DefaultHttpContext { RequestServices = services, RequestAborted = stop };
        (http.Request.Method, http.Request.Scheme, http.Request.Protocol) = (HttpMethods.Get, Uri.UriSchemeHttp, HttpProtocol.Http11);
        (http.Request.Host, http.Request.Path, http.Request.QueryString) = (new("localhost"), "/", QueryString.Create("before", before.ToString()));
        http.Request.Headers[HeaderNames.AcceptEncoding] = new StringValues("gzip");
        return http;
    }

    private static Task OneAsync(WebApplication app, string what, Func<IServiceProvider, Task> warm, CancellationToken stop) => Task.Run(async () =>
    {
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await warm(scope.ServiceProvider);
        }
#pragma warning disable CA1031 // A house that is cold is still a house.
        catch (Exception failure) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Tupa.WarmUp").LogWarning("{Room} stayed cold: {Failure}", what, failure.GetType().Name);
        }
    }, stop);
}
