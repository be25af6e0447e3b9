using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

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

/// <summary>
/// For machines of the city, with a door of their own: neither a session nor an API token opens the route, only what
/// <see cref="IMachineDoor"/> asks for. Nobody is a visitor there.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForMachinesAttribute(Type door) : Attribute
{
    /// <summary>The service that is asked; a route cannot name none.</summary>
    public Type Door { get; } = door;
}

/// <summary>Asks a machine who it is, before anything else is done.</summary>
public interface IMachineDoor
{
    /// <summary>What a machine is told that may not come in; null lets it in.</summary>
    Task<IResult?> RefusalAsync(HttpContext http);
}

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

    /// <inheritdoc cref="ForMachinesAttribute"/>
    public static TBuilder ForMachines<TBuilder, TDoor>(this TBuilder route) where TBuilder : IEndpointConventionBuilder where TDoor : IMachineDoor =>
        route.WithMetadata(new ForMachinesAttribute(typeof(TDoor)));
}
