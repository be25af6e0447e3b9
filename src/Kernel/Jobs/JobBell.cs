using System.Collections.Concurrent;

namespace Tupa.Kernel;

/// <summary>Wakes the runner when a row has just become work, so that an upload need not wait for the next look. Losing a ring loses nothing.</summary>
public sealed class JobBell
{
    private readonly ConcurrentDictionary<Type, bool> _rung = new();
    private TaskCompletionSource _bell = Bell();

    /// <summary>Asks for a run of this job as soon as may be.</summary>
    public void Ring<TJob>() where TJob : IJob => Ring(typeof(TJob));

    internal void Ring(Type job)
    {
        _rung[job] = true;
        Interlocked.Exchange(ref _bell, Bell()).TrySetResult();
    }

    internal bool Take(Type job) => _rung.TryRemove(job, out _);

    internal async Task WaitAsync(TimeSpan longest, CancellationToken stop)
    {
        var bell = Volatile.Read(ref _bell).Task;
        await Task.WhenAny(bell, Task.Delay(longest, TimeProvider.System, stop));
        stop.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource Bell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
