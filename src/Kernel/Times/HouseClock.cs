namespace Tupa.Kernel;

/// <summary>The system's clock, moved by a fixed or a changing amount; timers run as always.</summary>
public sealed class HouseClock(TimeSpan shift) : TimeProvider
{
    private long _shift = shift.Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _shift));

    /// <summary>Moves the clock onward (or back) from where it is.</summary>
    public void Move(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);
}
