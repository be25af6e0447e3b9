using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>
/// The clock of a test: begins at ten in the morning in Helsinki whenever the test is run, so that no test meets the end of a day by
/// chance; runs with the system's from there, moved by the test, until it is stopped at an instant.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private static readonly TimeOnly Beginning = new(10, 0);

    private readonly Lock _lock = new();
    private TimeSpan _shift;
    private DateTimeOffset? _still;

    public TestClock()
    {
        var now = base.GetUtcNow();
        _shift = Morning(now) - now;
    }

    /// <summary>How far ahead of the system's clock it is.</summary>
    public TimeSpan Ahead => GetUtcNow() - base.GetUtcNow();

    /// <summary>The next time it is ten in Helsinki: ahead and not behind, because browsers judge by the system's clock what has an end.</summary>
    public static DateTimeOffset Morning(DateTimeOffset now)
    {
        var today = Helsinki.Day(now.UtcDateTime);
        var morning = At(today);
        return morning < now ? At(today.AddDays(1)) : morning;

        static DateTimeOffset At(DateOnly day) => new(Helsinki.ToUtc(day.ToDateTime(Beginning)), TimeSpan.Zero);
    }

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
