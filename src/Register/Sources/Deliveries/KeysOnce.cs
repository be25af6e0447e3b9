using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Tupa.Register;

/// <summary>Finds keys that come twice among millions: eight bytes each, sorted at the end. Two unlike keys may look alike; who asks looks again.</summary>
internal sealed class KeysOnce
{
    private readonly RowList<ulong> _digests = new();

    public static ulong Digest(ReadOnlySpan<char> key)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key), digest);
        return MemoryMarshal.Read<ulong>(digest);
    }

    public void Add(ReadOnlySpan<char> key) => _digests.Add(Digest(key));

    public HashSet<ulong> Twice()
    {
        var sorted = new ulong[_digests.Count];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = _digests[i];
        Array.Sort(sorted);

        var twice = new HashSet<ulong>();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1]) twice.Add(sorted[i]);
        }

        return twice;
    }
}
