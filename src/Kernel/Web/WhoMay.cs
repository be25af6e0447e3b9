using Microsoft.AspNetCore.Builder;

namespace Tupa.Kernel;

/// <summary>Open to everyone, signed in or not: the statement, sign-in, health. Pages carry it as an attribute, routes as metadata.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForVisitorsAttribute : Attribute;

/// <summary>Open to the signed-in before the gates (notice, pledge) are passed: own data, sign-out, the gates themselves.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class BeforeGatesAttribute : Attribute;

/// <summary>The same for everyone, so nobody asks who it is for: scripts, style, pictures of the house. Costs no statement.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ImpersonalAttribute : Attribute;

/// <summary>Who may use a route. Without a word: the signed-in who have passed their gates.</summary>
public static class WhoMay
{
    /// <inheritdoc cref="ForVisitorsAttribute"/>
    public static TBuilder ForVisitors<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ForVisitorsAttribute());

    /// <inheritdoc cref="BeforeGatesAttribute"/>
    public static TBuilder BeforeGates<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new BeforeGatesAttribute());

    /// <inheritdoc cref="ImpersonalAttribute"/>
    public static TBuilder Impersonal<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ImpersonalAttribute());
}
