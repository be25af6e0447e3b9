namespace Tupa.Bench;

/// <summary>Looks at the memory of the server now and then, and keeps the most that it saw.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    public MemoryWatch(int process) => _watching = WatchAsync(process);

    public double Most { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync(int process)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Most = Math.Max(Most, Machine.Pss(process));
            }
            catch (IOException)
            {
                // The process has ended.
                return;
            }

            await Task.WhenAny(Task.Delay(Pause, _stop.Token));
        }
    }
}
