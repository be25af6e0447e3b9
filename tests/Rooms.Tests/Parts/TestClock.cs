namespace Tupa.Tests;

/// <summary>The clock of a test: runs with the system's, moved by the test, until it is stopped at an instant.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock _lock = new();
    private TimeSpan _shift;
    private DateTimeOffset? _still;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _still ?? base.GetUtcNow() + _shift;
    }

    /// <summary>Moves the clock onward (or back) from where it is.</summary>
    public void Move(TimeSpan by)
    {
        lock (_lock)
        {
            _shift += by;
            _still += by;
        }
    }

    /// <summary>It is this instant from now on, for whoever asks: what ends or begins on the very tick can be told.</summary>
    public void StopAt(DateTime utc)
    {
        lock (_lock) _still = new DateTimeOffset(utc, TimeSpan.Zero);
    }
}
