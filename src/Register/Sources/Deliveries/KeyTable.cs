using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Tupa.Register;

/// <summary>
/// Numbers keys in the order they come: half a million keys in some 30 MB, because only the first half of a SHA-256 of each is kept.
/// </summary>
internal sealed class KeyTable
{
    private readonly Dictionary<UInt128, int> _numbers = [];

    public int Count => _numbers.Count;

    /// <summary>False where the key is there already.</summary>
    public bool Add(ReadOnlySpan<char> key) => _numbers.TryAdd(Digest(key), _numbers.Count);

    /// <summary>The number of the key, from 0; -1 where it is not there.</summary>
    public int Find(ReadOnlySpan<char> key) => _numbers.TryGetValue(Digest(key), out var number) ? number : -1;

    private static UInt128 Digest(ReadOnlySpan<char> key)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key), digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }
}
