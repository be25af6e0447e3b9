using Microsoft.AspNetCore.Builder;

namespace Tupa.Kernel;

/// <summary>The route reads its body itself, as it comes: it is not read as a form before it, nor bounded as one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesBytesAttribute : Attribute;

/// <inheritdoc cref="TakesBytesAttribute"/>
public static class BytesTaken
{
    /// <inheritdoc cref="TakesBytesAttribute"/>
    public static TBuilder TakesBytes<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new TakesBytesAttribute());
}
