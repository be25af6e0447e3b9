namespace Tupa.Server;

/// <summary>
/// An unsafe request with a cookie must come from our own pages: the browser says so in Sec-Fetch-Site, or in Origin where it
/// is older. No token stands in any page. A request without cookies carries its own proof (a bearer token) or does nothing for anyone.
/// </summary>
internal static class SameSite
{
    public static void UseSameSite(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (IsSafe(http.Request) || IsOurs(http.Request)) return next(http);

            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    internal static bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site]) return site == "same-origin";
        if (request.Headers.Origin is [{ } origin]) return origin == $"{request.Scheme}://{request.Host}";
        return request.Headers.Cookie.Count == 0;
    }

    private static bool IsSafe(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
}
