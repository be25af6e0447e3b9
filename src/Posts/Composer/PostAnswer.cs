using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>How publishing or changing a post ended.</summary>
/// <param name="Refusal">Why nothing was done; null when it was.</param>
/// <param name="Fault">The field to mend, where the refusal is about one.</param>
public sealed record PostAnswer(Refusal? Refusal, PostFault? Fault = null)
{
    public static readonly PostAnswer Done = new((Refusal?)null);

    internal static PostAnswer Mend(PostFault fault) => new(new Refusal(fault.Reason), fault);
}
