using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Patterns;
using Tupa.Access;
using Tupa.Register;

namespace Tupa.Server;

/// <summary>A request that comes from within.</summary>
/// <param name="Body">Where the answer's body goes; null for nowhere.</param>
internal sealed record Asked(string Method, string Path, QueryString Query = default, string? Cookie = null, string? Authorization = null, Stream? Body = null);

/// <summary>What the house answered.</summary>
/// <param name="Route">The route that took the request; null where none did.</param>
/// <param name="Known">Whether the door knew the one who asked: by a session or by a token.</param>
internal sealed record Answered(int Status, IHeaderDictionary Headers, Endpoint? Route, bool Known);

/// <summary>
/// The whole way that a request takes through the house, for requests that the house sends itself: to get warm before anybody comes, and
/// to see whether a door that must be shut is. No address is listened at for it, and nothing leaves the process.
/// </summary>
internal sealed class FrontDoor(IServiceScopeFactory scopes)
{
    private Lazy<RequestDelegate>? _way;
    private EndpointDataSource? _routes;

    /// <summary>The routes of the house, each once.</summary>
    public IReadOnlyList<RouteEndpoint> Routes => [.. (_routes ?? throw Shut()).Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Called once, when the way is laid.</summary>
    public void Opens(WebApplication app) => (_way, _routes) = (new(() => ((IApplicationBuilder)app).Build()), app.Services.GetRequiredService<EndpointDataSource>());

    /// <summary>One request in a scope of its own.</summary>
    public async Task<Answered> AskAsync(Asked asked, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await AskAsync(scope.ServiceProvider, asked, stop);
    }

    /// <summary>One request in a scope in which something stands already.</summary>
    public async Task<Answered> AskAsync(IServiceProvider services, Asked asked, CancellationToken stop)
    {
        var http = new DefaultHttpContext { RequestServices = services, RequestAborted = stop };
        (http.Request.Method, http.Request.Scheme, http.Request.Protocol) = (asked.Method, Uri.UriSchemeHttp, HttpProtocol.Http11);
        (http.Request.Host, http.Request.Path, http.Request.QueryString) = (new("localhost"), asked.Path, asked.Query);
        var headers = http.Request.Headers;
        (headers.AcceptEncoding, headers.Accept, headers["Sec-Fetch-Site"]) = ("gzip", HttpMethods.IsGet(asked.Method) ? "text/html" : "application/json", "same-origin");
        if (asked.Cookie is not null) headers.Cookie = asked.Cookie;
        if (asked.Authorization is not null) headers.Authorization = asked.Authorization;
        if (asked.Body is not null) http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(asked.Body));

        await (_way ?? throw Shut()).Value(http);
        var visitor = services.GetRequiredService<Visitor>();
        return new(http.Response.StatusCode, http.Response.Headers, http.GetEndpoint(), visitor.SignedIn);
    }

    /// <summary>An address that the route answers to, about something that is not there.</summary>
    public static string PathOf(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(PartOf))));

    private static string PartOf(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { ParameterPolicies: var policies } => policies.Any(p => p.Content == "guid") ? TrialPeople.Id.ToString() : policies.Any(p => p.Content is "int" or "long") ? "1" : "x",
        _ => throw new InvalidOperationException("A route is made of literals and parameters"),
    };

    private static InvalidOperationException Shut() => new("The way through the house is not laid: this process serves nobody");
}
