using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>The door of the house: who asks, may they, and in which language they are answered.</summary>
public static class AccessDoor
{
    /// <summary>After routing, before the routes. Everything after it may take <see cref="Actor"/> and <see cref="Visitor"/>.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app.UseMiddleware<AccessMiddleware>();
}

internal sealed class AccessMiddleware(RequestDelegate next)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext http, Visitor visitor, WhoAsks asks, Whence whence, DoorQueries door, Touches touches)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<ImpersonalAttribute>() is not null)
        {
            await next(http);
            return;
        }

        if (endpoint?.Metadata.GetMetadata<ForMachinesAttribute>() is { } machines)
        {
            whence.From(WayIn.Scim, AddressOf(http));
            await AskMachineAsync(http, visitor, (IMachineDoor)http.RequestServices.GetRequiredService(machines.Door));
            return;
        }

        visitor.Language = LanguageOf(http);
        await LookAsync(http, visitor, asks, door, touches);
        whence.From(WayOf(http, visitor), AddressOf(http));
        if (!visitor.SignedIn && http.Request.Headers.Authorization.Count > 0) await http.RequestServices.GetRequiredService<TurnedAway>().NoteAsync("access.token.use", http.RequestAborted);
        if (visitor.Standing is { } standing) whence.Asks(visitor.Person!.Value, standing);
        CultureInfo.CurrentUICulture = Language.Culture(visitor.Language);
        if (visitor.SignedIn || visitor.Pending is not null) KeepNothing(http, visitor);

        if (endpoint is not null && Answer(http, endpoint, visitor) is { } answer) await answer.ExecuteAsync(http);
        else await next(http);
    }

    /// <summary>Nobody is looked up: whatever cookie or token came along, the machine's own door decides. Machines are spoken to in English unless they ask.</summary>
    private async Task AskMachineAsync(HttpContext http, Visitor visitor, IMachineDoor door)
    {
        visitor.Language = http.Request.Headers.AcceptLanguage.Count == 0 ? "en" : Language.FromHeader(http.Request.Headers.AcceptLanguage);
        CultureInfo.CurrentUICulture = Language.Culture(visitor.Language);
        if (await door.RefusalAsync(http) is { } refusal) await refusal.ExecuteAsync(http);
        else await next(http);
    }

    private static WayIn WayOf(HttpContext http, Visitor visitor) =>
        visitor.ByToken ? WayIn.Token : http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? WayIn.Api : WayIn.Page;

    private static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : null;

    private static string LanguageOf(HttpContext http) =>
        SessionCookie.Language(http) is { } chosen && Language.IsKnown(chosen)
            ? chosen
            : Language.FromHeader(http.Request.Headers.AcceptLanguage);

    private static async Task LookAsync(HttpContext http, Visitor visitor, WhoAsks asks, DoorQueries door, Touches touches)
    {
        if (http.Request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            // A key was shown: it is this key or nobody, whatever cookie came along.
            if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return;
            if (await door.TokenAsync(Secrets.Hash(authorization[Bearer.Length..].Trim())) is not { } token) return;

            visitor.Enter(token);
            asks.Is(token.Standing);
            touches.Used(token);
        }
        else if (SessionCookie.Secret(http) is { Length: > 0 } secret && await door.SessionAsync(Secrets.Hash(secret)) is { } session)
        {
            visitor.Enter(session);
            asks.Is(session.Standing);
            touches.Seen(session);
        }
    }

    /// <summary>Null lets the request in.</summary>
    private static IResult? Answer(HttpContext http, Endpoint endpoint, Visitor visitor)
    {
        var scope = endpoint.Metadata.GetMetadata<NeedsScopeAttribute>()?.Scope;
        if (visitor.ByToken) return scope is not null && visitor.HasScope(scope) ? null : DoorAnswers.Forbidden();
        if (endpoint.Metadata.GetMetadata<ForVisitorsAttribute>() is not null) return null;
        var beforeGates = endpoint.Metadata.GetMetadata<BeforeGatesAttribute>() is not null;
        if (!visitor.SignedIn) return DoorAnswers.SignIn(http, visitor.Pending is not null, carries: !beforeGates);
        if (visitor.Gate is null || beforeGates) return null;

        return DoorAnswers.ToGate(http, visitor.Gate);
    }

    /// <summary>Pages of a person are kept by nobody; on a shared device nothing at all is.</summary>
    private static void KeepNothing(HttpContext http, Visitor visitor) => http.Response.OnStarting(() =>
    {
        var headers = http.Response.Headers;
        if (visitor.SharedDevice || headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    });
}
