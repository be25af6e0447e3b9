using System.Collections.Concurrent;

namespace Tupa.Kernel;

/// <summary>Wakes the runner when a row has just become work, so that an upload need not wait for the next look. Losing a ring loses nothing.</summary>
public sealed class JobBell : IDisposable
{
    private readonly ConcurrentDictionary<Type, bool> _rung = new();
    private readonly SemaphoreSlim _bell = new(0, 1);

    /// <summary>Asks for a run of this job as soon as may be.</summary>
    public void Ring<TJob>() where TJob : IJob
    {
        _rung[typeof(TJob)] = true;
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already rung.
        }
    }

    internal bool Take(Type job) => _rung.TryRemove(job, out _);

    internal Task WaitAsync(TimeSpan longest, CancellationToken stop) => _bell.WaitAsync(longest, stop);

    public void Dispose() => _bell.Dispose();
}
