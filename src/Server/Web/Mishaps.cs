using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Ui;

namespace Tupa.Server;

/// <summary>What is said when something broke or is not there: a page in the reader's language with a reference number, problem details for the API, never a stack.</summary>
internal static class Mishaps
{
    public static void UseMishaps(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = BrokenAsync, SuppressDiagnosticsCallback = _ => true });
        app.Use(async (http, next) =>
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null }) await EmptyAsync(http);
        });
    }

    private static async Task BrokenAsync(HttpContext http)
    {
        InTheirLanguage(http);
        var broken = http.Features.Get<IExceptionHandlerFeature>();
        var failure = broken?.Error;
        var reference = http.RequestServices.GetRequiredService<Whence>().Reference;
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Tupa.Mishaps");

        // The route's pattern and the kinds of failure; a path or a message may name people.
        var route = (broken?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;
        log.LogError("{Reference}: {Route} failed: {Failure}", reference, route, Kinds(failure));
        if (log.IsEnabled(LogLevel.Debug)) log.LogDebug(failure, "{Reference}", reference);

        // The page that broke may have left its own services half used; the page that says so begins with new ones.
        await using var scope = http.RequestServices.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        SafeHeaders.Write(http);

        if (IsApi(http)) await Results.Problem(statusCode: 500, title: "The house failed, not you.", extensions: new Dictionary<string, object?> { ["reference"] = reference }).ExecuteAsync(http);
        else await Page.Broken(reference).ExecuteAsync(http);
    }

    private static string Kinds(Exception? failure)
    {
        var kinds = new List<string>();
        for (var at = failure; at is not null; at = at.InnerException)
            kinds.Add($"{at.GetType().Name} at {at.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Tupa.", StringComparison.Ordinal))?.Trim()}");
        return string.Join(" < ", kinds);
    }

    private static async Task EmptyAsync(HttpContext http)
    {
        InTheirLanguage(http);
        var status = http.Response.StatusCode;
        if (IsApi(http))
        {
            await Results.Problem(statusCode: status).ExecuteAsync(http);
            return;
        }

        if (status != StatusCodes.Status404NotFound || !HttpMethods.IsGet(http.Request.Method)) return;

        // A page that found nothing has used its services and left its mark; the page that says so begins anew.
        var before = http.RequestServices;
        await using var scope = before.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visitor>().Follow(before.GetRequiredService<Visitor>());
        scope.ServiceProvider.GetRequiredService<HouseFrames>().Follow(before.GetRequiredService<HouseFrames>());
        http.RequestServices = scope.ServiceProvider;
        http.Response.Headers.Remove("blazor-enhanced-nav");
        SafeHeaders.Write(http);
        await Page.Absent().ExecuteAsync(http);
    }

    // The door chose the language further in, and that choice does not flow back out.
    private static void InTheirLanguage(HttpContext http) =>
        CultureInfo.CurrentUICulture = Language.Culture(http.RequestServices.GetRequiredService<Visitor>().Language);

    private static bool IsApi(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || http.Request.Path.StartsWithSegments("/scim", StringComparison.Ordinal);
}
