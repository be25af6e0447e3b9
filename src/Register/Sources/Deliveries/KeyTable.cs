using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Tupa.Register;

/// <summary>
/// Numbers keys in the order they come: half a million keys in some 12 MB, because only the first half of a SHA-256 of each is kept, and
/// beside it a table of numbers that is twice as long.
/// </summary>
internal sealed class KeyTable
{
    private readonly RowList<UInt128> _digests = new();
    private int[] _slots = new int[64];

    public int Count => _digests.Count;

    /// <summary>False where the key is there already.</summary>
    public bool Add(ReadOnlySpan<char> key)
    {
        var digest = Digest(key);
        if (_slots[SlotOf(digest)] != 0) return false;

        _digests.Add(digest);
        if (_digests.Count * 2 > _slots.Length) Grow();
        else _slots[SlotOf(digest)] = _digests.Count;
        return true;
    }

    /// <summary>The number of the key, from 0; -1 where it is not there.</summary>
    public int Find(ReadOnlySpan<char> key) => _slots[SlotOf(Digest(key))] - 1;

    /// <summary>Where the key stands, or would: its place by the digest, or the next that is free. A slot holds a number from 1.</summary>
    private int SlotOf(UInt128 digest)
    {
        var slot = (int)((ulong)digest & (ulong)(_slots.Length - 1));
        while (_slots[slot] != 0 && _digests[_slots[slot] - 1] != digest) slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var i = 0; i < _digests.Count; i++) _slots[SlotOf(_digests[i])] = i + 1;
    }

    private static UInt128 Digest(ReadOnlySpan<char> key)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key), digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }
}
