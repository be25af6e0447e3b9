using System.Collections.Immutable;

namespace Tupa.Kernel;

/// <summary>Carries short messages to every node of the house: within the process on the embedded database, LISTEN/NOTIFY on PostgreSQL. Losing one loses nothing but speed.</summary>
public interface ILiveWire
{
    /// <summary>The most bytes of UTF-8 that one message may have.</summary>
    const int LongestMessage = 7900;

    /// <summary>Gives the message to every listener on every node, this one too. Call it after the commit, never inside.</summary>
    Task SendAsync(string message, CancellationToken stop);

    /// <summary>Hears every message from now on. The listener must be quick and must not throw.</summary>
    void Listen(Action<string> listener);
}

/// <summary>The wire of a house on one node.</summary>
public sealed class LocalWire : ILiveWire
{
    private ImmutableArray<Action<string>> _listeners = [];

    public Task SendAsync(string message, CancellationToken stop)
    {
        foreach (var listener in _listeners) listener(message);
        return Task.CompletedTask;
    }

    public void Listen(Action<string> listener) => ImmutableInterlocked.Update(ref _listeners, all => all.Add(listener));
}
