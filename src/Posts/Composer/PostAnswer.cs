using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>How publishing or changing a post ended.</summary>
/// <param name="Refusal">Why nothing was done; null when it was.</param>
public sealed record PostAnswer(Refusal? Refusal)
{
    public static readonly PostAnswer Done = new((Refusal?)null);

    internal static PostAnswer Mend(Fault fault) => new(Refusal.Of([fault]));
}
