namespace Tupa.Audit;

/// <summary>The chain cannot go on from what is there; the message says what to do.</summary>
public sealed class ChainException(string message) : Exception(message);

/// <summary>A seal as the file outside the database knows it.</summary>
/// <param name="Last">The number of its last row.</param>
internal sealed record Head(long Seal, long Last, DateTime At, string Hash);

/// <summary>What the file outside the database says of the chain, read from its first line to its last.</summary>
internal sealed class Heads
{
    private readonly Dictionary<long, Head> _seals = [];
    private readonly HashSet<long> _left = [];
    private readonly Dictionary<LogClass, DateOnly> _swept = [];
    private readonly Dictionary<long, string> _accepted = [];

    /// <summary>The seal that the database must hold for the chain to go on: of the last line that speaks of one. Null before the first.</summary>
    public Head? Top { get; private set; }

    /// <summary>The greatest number of a seal there ever was.</summary>
    public long Greatest { get; private set; }

    /// <summary>Up to this seal an operator has said that the file cannot tell everything: it was lost, or the database was put back.</summary>
    public long AcceptedTo { get; private set; }

    /// <summary>The hash of the seal from which an operator has said that the chain goes on; null for any other.</summary>
    public string? Accepted(long seal) => _accepted.GetValueOrDefault(seal);

    public Head? Of(long seal) => _seals.GetValueOrDefault(seal);

    /// <summary>Whether the seal was there once, and an operator has said that the database was put back to before it.</summary>
    public bool IsLeft(long seal) => _left.Contains(seal);

    /// <summary>Whether the rows under the seal may be gone: their time was over.</summary>
    public bool IsSwept(ChainSeal seal) => _swept.TryGetValue(seal.Class, out var day) && seal.Day <= day;

    public DateOnly? SweptTo(LogClass of) => _swept.TryGetValue(of, out var day) ? day : null;

    internal void Add(Head head)
    {
        _seals[head.Seal] = Top = head;
        Greatest = Math.Max(Greatest, head.Seal);
    }

    internal void Accept(Head top)
    {
        foreach (var seal in _seals.Keys.Where(s => s > top.Seal)) _left.Add(seal);
        _accepted[top.Seal] = top.Hash;
        (Top, AcceptedTo, Greatest) = (top, Math.Max(AcceptedTo, top.Seal), Math.Max(Greatest, top.Seal));
    }

    internal void Sweep(LogClass of, DateOnly to) => _swept[of] = _swept.TryGetValue(of, out var day) && day > to ? day : to;
}
