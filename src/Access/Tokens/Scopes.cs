using Microsoft.AspNetCore.Builder;

namespace Tupa.Access;

/// <summary>What an API token may be made to open.</summary>
public static class Scopes
{
    public const string MeRead = "me.read";
    public const string PeopleRead = "people.read";
    public const string SpacesRead = "spaces.read";
    public const string PostsRead = "posts.read";
    public const string PostsWrite = "posts.write";

    public static IReadOnlyList<string> All { get; } = [MeRead, PeopleRead, SpacesRead, PostsRead, PostsWrite];

    /// <summary>Opens the route to API tokens of this scope; without it a token opens nothing. A session in a browser opens it too.</summary>
    public static TBuilder NeedsScope<TBuilder>(this TBuilder route, string scope) where TBuilder : IEndpointConventionBuilder =>
        All.Contains(scope)
            ? route.WithMetadata(new NeedsScopeAttribute(scope))
            : throw new ArgumentOutOfRangeException(nameof(scope), scope, "No such scope");

    internal static bool In(string scopes, string scope) => scopes.Split(' ').Contains(scope, StringComparer.Ordinal);
}

/// <inheritdoc cref="Scopes.NeedsScope{TBuilder}"/>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsScopeAttribute(string scope) : Attribute
{
    public string Scope { get; } = scope;
}
