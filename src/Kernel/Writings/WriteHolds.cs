namespace Tupa.Kernel;

/// <summary>How long the writings of this process have held the writer. The law is 250 ms; what works through a city in pieces can say that it kept to it.</summary>
public sealed class WriteHolds
{
    private long _longest;

    /// <summary>The longest so far, without the waiting before it and the commit after it.</summary>
    public TimeSpan Longest => TimeSpan.FromTicks(Interlocked.Read(ref _longest));

    internal void Note(TimeSpan held)
    {
        long before;
        while ((before = Interlocked.Read(ref _longest)) < held.Ticks && Interlocked.CompareExchange(ref _longest, held.Ticks, before) != before)
        {
        }
    }
}
