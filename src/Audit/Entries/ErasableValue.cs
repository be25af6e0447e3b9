using System.Security.Cryptography;
using System.Text;

namespace Tupa.Audit;

/// <summary>A value that must be able to go while the chain stays: into the chain enters SHA-256(salt‖value), and erasing takes value and salt.</summary>
internal sealed record ErasableValue(string Value, byte[] Salt, byte[] Digest)
{
    public const int SaltSize = 16;

    public static ErasableValue New(string value)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        return new(value, salt, DigestOf(salt, value));
    }

    /// <summary>Whether value and salt are what the digest was made of, or both erased.</summary>
    public static bool Holds(string? value, byte[]? salt, byte[]? digest) => (value, salt, digest) switch
    {
        (null, null, _) => true,
        ({ } known, { } with, { } made) => DigestOf(with, known).AsSpan().SequenceEqual(made),
        _ => false,
    };

    private static byte[] DigestOf(byte[] salt, string value) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(value)]);
}
