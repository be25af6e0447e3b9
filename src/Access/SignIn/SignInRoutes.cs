using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tupa.Access.SignIn;
using Tupa.Kernel;
using Tupa.Ui;

namespace Tupa.Access;

/// <summary>In and out of the house.</summary>
internal static class SignInRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sessions", OpenAsync).ForVisitors();
        routes.MapPost("/sessions/pending/code", SecondAsync).ForVisitors();
        routes.MapPost("/sessions/current/end", EndAsync).ForVisitors();
        routes.MapGet("/session", () => Results.NoContent()).BeforeGates();
    }

    private static async Task<IResult> OpenAsync(
        [FromForm] string? userId, [FromForm] string? password, [FromForm] bool? shared, [FromForm] string? returnUrl,
        SignInActions signIns, HttpContext http, CancellationToken stop)
    {
        var carried = await Carried.AlongAsync(http);
        var given = new SignInTry(
            userId ?? "", password ?? "", shared is true, SessionCookie.Device(http), DeviceName.Of(http.Request.Headers.UserAgent.ToString()), http.Connection.RemoteIpAddress);

        // What was left empty is no attempt: nobody is made to wait for it.
        var answer = string.IsNullOrWhiteSpace(userId) || string.IsNullOrEmpty(password)
            ? SignInAnswer.No(SignInText.Missing, StatusCodes.Status422UnprocessableEntity)
            : await signIns.OpenAsync(given, stop);
        if (answer.Refusal is { } refusal)
            return Slowly(http, answer, Page.Shown<SignInPage>(new { UserId = userId, ReturnUrl = returnUrl, Shared = shared is true, Carried = carried, Refusal = refusal }, answer.Status));

        Let(http, answer);
        var back = LocalPath.Or(returnUrl);
        if (!answer.Pending) return Onward(back, carried);
        return carried is null
            ? Page.SeeOther("/sign-in/second-step?returnUrl=" + Uri.EscapeDataString(back))
            : Page.Shown<SecondStepPage>(new { ReturnUrl = back, Carried = carried });
    }

    private static async Task<IResult> SecondAsync(
        [FromForm] string? code, [FromForm] string? returnUrl, FactorActions factors, Visitor visitor, HttpContext http, CancellationToken stop)
    {
        if (visitor.Pending is not { } pending) return Page.SeeOther("/sign-in");

        var carried = await Carried.AlongAsync(http);
        var answer = await factors.PassAsync(pending, code ?? "", SessionCookie.Device(http), stop);
        if (answer.Refusal is { } refusal) return Page.Refused<SecondStepPage>(new { ReturnUrl = returnUrl, Carried = carried, Refusal = refusal });

        Let(http, answer);
        return Onward(LocalPath.Or(returnUrl), carried);
    }

    /// <summary>Where the person was going; with a form that waited, first to it.</summary>
    private static IResult Onward(string back, Carried? carried) =>
        carried is null ? Page.SeeOther(back) : Page.Shown<SendAgainPage>(new { Carried = carried, Back = back });

    private static async Task<IResult> EndAsync(SessionActions sessions, Visitor visitor, HttpContext http, CancellationToken stop)
    {
        if (visitor is { Session: { } session, Person: { } person }) await sessions.EndAsync(session, person, stop);

        SessionCookie.Take(http);
        if (visitor.SharedDevice) http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return Page.SeeOther("/sign-in?after=sign-out");
    }

    private static void Let(HttpContext http, SignInAnswer answer)
    {
        SessionCookie.Give(http, answer.Secret!);
        if (answer.Device is { } device) SessionCookie.GiveDevice(http, device);
        http.Response.Headers.CacheControl = "no-store";
    }

    private static IResult Slowly(HttpContext http, SignInAnswer answer, IResult page)
    {
        if (answer.Wait > TimeSpan.Zero) http.Response.Headers.RetryAfter = ((int)Math.Ceiling(answer.Wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return page;
    }
}
