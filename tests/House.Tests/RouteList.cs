using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>A door of the house.</summary>
internal sealed record HouseRoute(string Method, string Pattern, string Who, bool IsPage)
{
    public bool IsSafe => Method is "GET" or "HEAD" or "OPTIONS";

    public bool HasParameters => Pattern.Contains('{', StringComparison.Ordinal);
}

/// <summary>Every door of a house that is being served, in the order of the alphabet.</summary>
internal static partial class RouteList
{
    public static IReadOnlyList<HouseRoute> Of(TestHouse house) =>
    [
        .. house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => Methods(e).Select(m => new HouseRoute(m, Pattern(e), Who(e), IsPage(e))))
            .Distinct()
            .OrderBy(r => r.Pattern, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal),
    ];

    /// <summary>The pattern with every parameter filled in.</summary>
    public static string Filled(string pattern, Func<string, string> value) => Parameter().Replace(pattern, m => value(m.Groups["name"].Value));

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["ANY"];

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static string Who(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ImpersonalAttribute>() is not null ? "impersonal"
        : endpoint.Metadata.GetMetadata<ForMachinesAttribute>() is { } machines ? $"machine {machines.Door.Name}"
        : endpoint.Metadata.GetMetadata<ForVisitorsAttribute>() is not null ? "visitor"
        : endpoint.Metadata.GetMetadata<BeforeGatesAttribute>() is not null ? "before gates"
        : endpoint.Metadata.GetMetadata<NeedsScopeAttribute>() is { } needs ? $"scope {needs.Scope}"
        : "member";

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
