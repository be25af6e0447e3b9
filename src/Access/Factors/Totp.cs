using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tupa.Access;

/// <summary>Time-based one-time passwords (RFC 6238) as every authenticator app makes them: SHA-1, six digits, thirty seconds.</summary>
internal static class Totp
{
    /// <summary>160 bits, as RFC 4226 section 4 recommends.</summary>
    public const int SecretSize = 20;
    private const int Seconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepOf(DateTime utc) => (long)(utc - DateTime.UnixEpoch).TotalSeconds / Seconds;

    /// <param name="digits">Six, and eight in the test vectors of the RFC.</param>
    public static string Code(byte[] secret, long step, int digits = 6)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // HMAC-SHA-1 is what RFC 6238 and the apps use; collisions of SHA-1 do not touch it.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var offset = mac[^1] & 0xf;
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac[offset..]) & 0x7fffffff;
        return (number % (uint)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step whose code was given: now, or one to either side for clocks that differ. Null where it is none of them, or not after <paramref name="last"/>.</summary>
    public static long? Match(byte[] secret, string given, DateTime now, long last)
    {
        var typed = Encoding.ASCII.GetBytes(string.Concat(given.Where(char.IsAsciiDigit)));
        var current = StepOf(now);
        long? matched = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            var right = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), typed);
            if (right && step > last && matched is null) matched = step;
        }

        return matched;
    }

    /// <summary>RFC 4648 base 32, without padding: what is typed into an app by hand.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (buffer, bits) = ((buffer << 8) | b, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>What the QR code says (the key URI of authenticator apps).</summary>
    public static string Uri(byte[] secret, string house, string userId) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(house)}:{System.Uri.EscapeDataString(userId)}?secret={Base32(secret)}&issuer={System.Uri.EscapeDataString(house)}";
}
