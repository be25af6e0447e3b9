using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Tupa.Kernel;

namespace Tupa.Notifications;

internal static class LiveRoutes
{
    /// <summary>Streams on one node; the next reader is asked to come again.</summary>
    private const int Most = 4_000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/live", ListenAsync);

    private static async Task ListenAsync(
        HttpContext http, LiveHub hub, LiveStream stream, Actor by, IHostApplicationLifetime house, CancellationToken stop)
    {
        if (by.Person is not { } me)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (hub.Count >= Most)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = "60";
            return;
        }

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        // A house that is told to stop does not wait for streams, which have no end of their own; the browser comes again.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, house.ApplicationStopping);
        await stream.RunAsync(http.Response, by, me, either.Token);
    }
}
