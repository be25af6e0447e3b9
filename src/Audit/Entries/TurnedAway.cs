using System.Collections.Concurrent;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>
/// Notes that somebody was turned away at a door before it was known who: a key that is none, a door that is shut for a while. Whoever knocks
/// a thousand times is one note in ten minutes, so that nobody fills the log from outside.
/// </summary>
public sealed class TurnedAway(Writing writing, AuditLog audit, RecentKnocks recent, Whence whence)
{
    /// <param name="deed">What was tried, as in any refusal.</param>
    public async Task NoteAsync(string deed, CancellationToken stop = default)
    {
        if (!recent.IsNews((deed, whence.Address ?? ""))) return;
        await writing.RunAsync(() =>
        {
            audit.Refused(Actor.Anonymous, deed, null, Refusal.Absent);
            return Task.FromResult(true);
        }, stop);
    }
}

/// <summary>Who has been turned away of late, in the memory of this process; losing it costs a note more.</summary>
public sealed class RecentKnocks(TimeProvider clock)
{
    private static readonly TimeSpan One = TimeSpan.FromMinutes(10);

    /// <summary>From so many places at once it is one flood, and its first places say so.</summary>
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<(string Deed, string Address), DateTime> _seen = new();

    internal bool IsNews((string Deed, string Address) knock)
    {
        var now = clock.UtcNow();
        if (_seen.TryGetValue(knock, out var at) && now - at < One) return false;
        if (_seen.Count >= Most)
        {
            foreach (var (key, then) in _seen)
            {
                if (now - then >= One) _seen.TryRemove(new(key, then));
            }

            if (_seen.Count >= Most) return false;
        }

        // Of two at once one is news.
        return at == default ? _seen.TryAdd(knock, now) : _seen.TryUpdate(knock, now, at);
    }
}
