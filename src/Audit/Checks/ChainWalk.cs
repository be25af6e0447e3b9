namespace Tupa.Audit;

/// <summary>Where a verification stands: after which seal and row, with which hash, and what it has found.</summary>
internal sealed class ChainWalk(Heads? heads)
{
    private readonly ChainDigest _digest = new();

    public Heads? Heads { get; set; } = heads;

    public ChainFault? Fault { get; set; }

    /// <summary>The last seal that was found good.</summary>
    public long Seal { get; set; }

    /// <summary>The number of its last row.</summary>
    public long Last { get; set; }
    public byte[] Hash { get; set; } = ChainDigest.Beginning;
    public long Rows { get; private set; }
    public long Seals { get; private set; }
    public long Gone { get; private set; }

    /// <summary>Seals that a database which was put back does not have.</summary>
    public long Left { get; private set; }
    public DateTime? FirstAt { get; private set; }
    public DateTime? LastAt { get; private set; }

    public ChainWalk Copy()
    {
        var copy = new ChainWalk(Heads);
        copy.Become(this);
        return copy;
    }

    public void Become(ChainWalk other)
    {
        (Heads, Fault, Seal, Last, Hash) = (other.Heads, other.Fault, other.Seal, other.Last, other.Hash);
        (Rows, Seals, Gone, Left, FirstAt, LastAt) = (other.Rows, other.Seals, other.Gone, other.Left, other.FirstAt, other.LastAt);
    }

    /// <param name="rows">Those under the seal that there are.</param>
    /// <param name="written">A seal from before this instant has its head in the file.</param>
    public void Take(ChainSeal seal, List<ChainRow> rows, DateTime written)
    {
        Fault = OfSeal(seal) ?? OfHead(seal, written) ?? OfRows(seal, rows);
        if (Fault is not null) return;

        (Seal, Last, Hash, Seals) = (seal.Number, seal.Last, seal.Hash, Seals + 1);
    }

    /// <summary>A seal whose head is in the file, and which should stand behind the last one of the database; null where none does.</summary>
    public long? MissingAtEnd(Heads heads)
    {
        for (var number = Seal + 1; number <= heads.Greatest; number++)
        {
            if (heads.Of(number) is null) continue;
            if (!heads.IsLeft(number)) return number;
            Left++;
        }

        return null;
    }

    private ChainFault? OfSeal(ChainSeal seal)
    {
        for (var number = Seal + 1; number < seal.Number; number++)
        {
            if (Heads?.IsLeft(number) != true) return new(ChainFaultKind.SealMissing, Seal: number);
            Left++;
        }

        var follows = seal.First == Last + 1 && seal.Last >= seal.First && seal.Count == seal.Last - seal.First + 1
            && seal.Previous.AsSpan().SequenceEqual(Hash) && _digest.Of(seal).AsSpan().SequenceEqual(seal.Hash);
        return follows ? null : new(ChainFaultKind.SealBroken, At: seal.At, Seal: seal.Number);
    }

    private ChainFault? OfHead(ChainSeal seal, DateTime written)
    {
        if (Heads is not { } heads) return null;
        if (heads.Of(seal.Number) is { } head) return head == Sealing.HeadOf(seal) ? null : new(ChainFaultKind.HeadDisagrees, At: seal.At, Seal: seal.Number);
        if (heads.AcceptedTo >= seal.Number)
            return heads.Accepted(seal.Number) is { } hash && hash != Convert.ToHexStringLower(seal.Hash) ? new(ChainFaultKind.HeadDisagrees, At: seal.At, Seal: seal.Number) : null;
        return seal.At < written ? new(ChainFaultKind.HeadDisagrees, At: seal.At, Seal: seal.Number) : null;
    }

    private ChainFault? OfRows(ChainSeal seal, List<ChainRow> rows)
    {
        if (rows.Count == 0 && Heads is { } heads && (heads.IsSwept(seal) || seal.Number <= heads.AcceptedTo))
        {
            Gone += seal.Count;
            return null;
        }

        var tail = seal.Previous;
        for (var i = 0; i < seal.Count; i++)
        {
            var number = seal.First + i;
            if (i >= rows.Count || rows[i].Link.Number != number) return new(ChainFaultKind.Missing, number, At: seal.At, Seal: seal.Number);
            var (link, entry) = rows[i];
            if (entry is null) return new(ChainFaultKind.Missing, number, link.Entry, seal.At, seal.Number);

            tail = _digest.Of(tail, number, entry);
            if (!tail.AsSpan().SequenceEqual(link.Link) || !ErasableValue.Holds(entry.Address, entry.AddressSalt, entry.AddressDigest))
                return new(ChainFaultKind.Changed, number, entry.Id, entry.At, seal.Number);
            (Rows, FirstAt, LastAt) = (Rows + 1, FirstAt ?? entry.At, entry.At);
        }

        return tail.AsSpan().SequenceEqual(seal.Tail) ? null : new(ChainFaultKind.SealBroken, At: seal.At, Seal: seal.Number);
    }
}
