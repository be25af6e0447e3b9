using Tupa.Kernel;

namespace Tupa.Server;

/// <summary>What every answer says about how a browser may use it. Nothing of another origin is ever loaded.</summary>
internal static class SafeHeaders
{
    public static void UseSafeHeaders(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            Write(http);
            return next(http);
        });
    }

    /// <summary>Writes them on this answer; a page that says something broke begins with none.</summary>
    public static void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        var nonce = http.RequestServices.GetRequiredService<PageNonce>().Value;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
    }
}
