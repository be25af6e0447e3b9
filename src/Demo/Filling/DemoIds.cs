using System.Buffers.Binary;

namespace Tupa.Demo;

/// <summary>Ids that are the same in every fill of the same seed: the time of the row, and a digest of what the row is.</summary>
internal sealed class DemoIds(ulong seed)
{
    /// <summary>A UUIDv7: sorts by the moment.</summary>
    /// <param name="kind">What kind of row; a different one for each table.</param>
    /// <param name="number">Which row of the kind.</param>
    /// <param name="part">Which of the rows that hang on that one.</param>
    public Guid Make(DateTime at, string kind, long number, int part = 0)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var letter in kind) hash = (hash ^ letter) * 1099511628211UL;
        hash ^= (ulong)number * 0x9E3779B97F4A7C15UL;
        hash = Mixed(hash) ^ (ulong)part;

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)new DateTimeOffset(at).ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (Mixed(hash) & 0xfff)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Mixed(hash + 1) & 0x3fffffffffffffffUL) | 0x8000000000000000UL);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>From 0 up to, not including, 1: the same for the same row.</summary>
    public double Part(string kind, long number, int part = 0)
    {
        var bytes = Make(DateTime.UnixEpoch, kind, number, part).ToByteArray(bigEndian: true);
        return (BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(8)) & 0x1fffffffffffffUL) / (double)(1UL << 53);
    }

    private static ulong Mixed(ulong z)
    {
        z += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
