using Microsoft.AspNetCore.Http;
using Tupa.Ui;

namespace Tupa.Access;

/// <summary>
/// A form that was sent when its session had already ended. It waits in the sign-in page itself, in no table and no log, and is sent again
/// by its writer's own hand: nothing typed is lost, and nothing is done in the name of whoever signs in next.
/// </summary>
public sealed record Carried(string Path, IReadOnlyList<(string Name, string Value)> Fields)
{
    public const string PathField = "carried-path";
    public const string Prefix = "carried:";

    private const string PlainForm = "application/x-www-form-urlencoded";

    /// <summary>The longest text of the form: what its writer knows it by.</summary>
    public string Words => Fields.Select(f => f.Value).Where(v => !Guid.TryParse(v, out _)).MaxBy(v => v.Length) ?? "";

    /// <summary>The form as it was sent to a route of the house; null for a body with files, which are sent before the form and not with it.</summary>
    internal static async Task<Carried?> SentAsync(HttpContext http)
    {
        if (!IsPlain(http.Request) || !LocalPath.Is(http.Request.Path)) return null;

        if (await FormAsync(http) is not { } form) return null;

        return new(http.Request.Path, [.. form.SelectMany(f => f.Value.Select(v => (f.Key, v ?? "")))]);
    }

    /// <summary>The form that a page of sign-in carried along; null where it carried none.</summary>
    internal static async Task<Carried?> AlongAsync(HttpContext http)
    {
        if (!IsPlain(http.Request)) return null;

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var path = form[PathField].ToString();
        return LocalPath.Is(path)
            ? new(path, [.. form.Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal)).SelectMany(f => f.Value.Select(v => (f.Key[Prefix.Length..], v ?? "")))])
            : null;
    }

    /// <summary>Null for a form that cannot be read, or is longer than any of the house.</summary>
    private static async Task<IFormCollection?> FormAsync(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception unread) when (unread is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static bool IsPlain(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.ContentType?.StartsWith(PlainForm, StringComparison.OrdinalIgnoreCase) is true;
}

/// <summary>The sign-in page with the form in it, at 401.</summary>
internal sealed class CarriedToSignIn(string back, bool pending) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var carried = await Carried.SentAsync(httpContext);
        var to = (pending ? "/sign-in/second-step" : "/sign-in") + "?returnUrl=" + Uri.EscapeDataString(back);
        var with = new { ReturnUrl = back, Carried = carried };
        httpContext.Response.Headers.CacheControl = "no-store";
        var answer = carried is null ? Page.SeeOther(to)
            : pending ? Page.Shown<SignIn.SecondStepPage>(with, StatusCodes.Status401Unauthorized)
            : Page.Shown<SignIn.SignInPage>(with, StatusCodes.Status401Unauthorized);
        await answer.ExecuteAsync(httpContext);
    }
}
