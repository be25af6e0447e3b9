using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Tupa.Access;

/// <summary>Secrets that only their holder has: 256 random bits, of which the house keeps a digest.</summary>
internal static class Secrets
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Enough for a secret of 256 bits, which nobody guesses; looking up by it leaks nothing worth having.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
