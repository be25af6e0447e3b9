using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Tupa.Ui;

namespace Tupa.Access;

/// <summary>What one hears at a closed door: a person is shown where to go, a program is told.</summary>
internal static class DoorAnswers
{
    /// <param name="carries">What was sent may wait in the page until its writer is in: a form of the house, and none that holds a password.</param>
    public static IResult SignIn(HttpContext http, bool pending, bool carries)
    {
        if (!WantsPage(http)) return Told(StatusCodes.Status401Unauthorized, DoorText.SignInFirst);

        if (carries && HttpMethods.IsPost(http.Request.Method)) return new CarriedToSignIn(Back(http), pending);
        return Ui.Page.SeeOther((pending ? "/sign-in/second-step" : "/sign-in") + "?returnUrl=" + Uri.EscapeDataString(Back(http)));
    }

    public static IResult ToGate(HttpContext http, string gate)
    {
        if (!WantsPage(http)) return Told(StatusCodes.Status403Forbidden, DoorText.GateFirst);

        return Ui.Page.SeeOther(gate + "?returnUrl=" + Uri.EscapeDataString(Back(http)));
    }

    public static IResult Forbidden() => Told(StatusCodes.Status403Forbidden, DoorText.OutOfScope);

    /// <summary>Where the person was going: the page itself, or the page whose form was sent.</summary>
    private static string Back(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return LocalPath.Or(request.Path + request.QueryString.Value);

        return Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                ? LocalPath.Or(from.PathAndQuery)
                : "/";
    }

    private static bool WantsPage(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && http.Request.Headers[HeaderNames.Accept].ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static IResult Told(int status, Kernel.Text reason) => Results.Problem(detail: reason, statusCode: status);
}
