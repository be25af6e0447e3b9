using System.Buffers.Text;
using System.Collections.Concurrent;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>Who is listening on this node, and what they are to be told. It forgets; the database does not.</summary>
public sealed class LiveHub
{
    /// <summary>Streams of one person at a time; a newer one ends the oldest.</summary>
    internal const int MostOfOne = 6;

    private readonly ConcurrentDictionary<string, LiveListener[]> _listeners = new(StringComparer.Ordinal);
    private readonly Lock _door = new();
    private readonly ILiveWire _wire;
    private readonly HouseKeys _keys;

    public LiveHub(ILiveWire wire, HouseKeys keys)
    {
        (_wire, _keys) = (wire, keys);
        wire.Listen(Hear);
    }

    /// <summary>How many streams are open on this node.</summary>
    public int Count => _listeners.Values.Sum(l => l.Length);

    /// <summary>Something is to be seen by an audience. Call it after the commit.</summary>
    public Task ArrivedAsync(string kind, Guid thing, AudienceId audience, CancellationToken stop = default) =>
        _wire.SendAsync(LiveEvent.Of(kind, thing, audience).Written(), stop);

    /// <summary>The bells of these people ring. Call it after the commit.</summary>
    public async Task NoticedAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop = default)
    {
        foreach (var bells in LiveEvent.Bells([.. people.Select(NameOf)])) await _wire.SendAsync(bells.Written(), stop);
    }

    internal LiveListener Open(PersonId person)
    {
        var listener = new LiveListener(NameOf(person));
        lock (_door)
        {
            var open = _listeners.GetValueOrDefault(listener.Name) ?? [];
            if (open.Length >= MostOfOne) open[0].End();
            _listeners[listener.Name] = [.. open.Skip(open.Length >= MostOfOne ? 1 : 0), listener];
        }

        return listener;
    }

    internal void Close(LiveListener listener)
    {
        lock (_door)
        {
            var left = (_listeners.GetValueOrDefault(listener.Name) ?? []).Where(l => l != listener).ToArray();
            if (left.Length == 0) _listeners.TryRemove(listener.Name, out _);
            else _listeners[listener.Name] = left;
        }
    }

    /// <summary>What a person is called on the wire. A server keeps in files what has passed through it, and nobody is to be found there by their id once they have been erased.</summary>
    private string NameOf(PersonId person) => Base64Url.EncodeToString(_keys.Digest("live", person.ToString()).AsSpan(0, 16));

    private void Hear(string message)
    {
        if (LiveEvent.Read(message) is not { } heard) return;

        var told = heard.People is { } people
            ? people.SelectMany(p => _listeners.GetValueOrDefault(p) ?? [])
            : _listeners.Values.SelectMany(l => l);
        foreach (var listener in told) listener.Tell(heard);
    }
}
