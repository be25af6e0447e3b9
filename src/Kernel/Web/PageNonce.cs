using System.Security.Cryptography;

namespace Tupa.Kernel;

/// <summary>One page's own secret: the policy in the header and the style that Turbo adds name the same one. Scoped to the request.</summary>
public sealed class PageNonce
{
    public string Value { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);
}
