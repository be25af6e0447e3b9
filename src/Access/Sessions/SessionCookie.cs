using Microsoft.AspNetCore.Http;

namespace Tupa.Access;

/// <summary>The cookies of the door. Over HTTPS they carry the __Host- prefix, which no other host of the domain can set.</summary>
internal static class SessionCookie
{
    private static readonly TimeSpan DeviceAge = TimeSpan.FromDays(365);

    /// <summary>Its name where there is no HTTPS.</summary>
    public const string Plain = "tupa";

    public static string? Secret(HttpContext http) => http.Request.Cookies[Name(http, Plain)];

    public static void Give(HttpContext http, string secret) =>
        http.Response.Cookies.Append(Name(http, Plain), secret, Options(http, age: null));

    public static void Take(HttpContext http) =>
        http.Response.Cookies.Append(Name(http, Plain), "", Options(http, TimeSpan.Zero));

    /// <summary>Says that somebody has signed in here before, so that the person is told only of new devices; never given to a shared one.</summary>
    public static string? Device(HttpContext http) => http.Request.Cookies[Name(http, "tupa-device")];

    public static void GiveDevice(HttpContext http, string secret) =>
        http.Response.Cookies.Append(Name(http, "tupa-device"), secret, Options(http, DeviceAge));

    public static string? Language(HttpContext http) => http.Request.Cookies[Name(http, "tupa-language")];

    public static void GiveLanguage(HttpContext http, string language) =>
        http.Response.Cookies.Append(Name(http, "tupa-language"), language, Options(http, DeviceAge));

    private static string Name(HttpContext http, string name) => http.Request.IsHttps ? "__Host-" + name : name;

    private static CookieOptions Options(HttpContext http, TimeSpan? age) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = age,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    };
}
