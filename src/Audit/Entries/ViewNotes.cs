using System.Collections.Concurrent;
using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>
/// Notes that somebody has looked: at a person, at what is in a confidential space. The note is durable before the page leaves; who looks
/// at the same again within ten minutes has looked once, so that a page with its pictures, its parts and its way back is one note.
/// </summary>
public sealed class ViewNotes(Writing writing, AuditLog audit, RecentViews recent, Whence whence)
{
    /// <summary>Call it once it is known that there is something to see.</summary>
    /// <param name="thing">What was looked at; a person by <paramref name="subject"/>.</param>
    public async Task NoteAsync(Actor by, string deed, Guid? thing = null, PersonId? subject = null, Guid? space = null, CancellationToken stop = default)
    {
        // The house itself looks at nothing, and what is drawn before the doors open nobody sees.
        if (by.Person is not { } me || whence.IsRehearsal || whence.Way is not (WayIn.Page or WayIn.Api or WayIn.Token)) return;

        var what = (me, deed, thing ?? subject?.Value ?? space ?? Guid.Empty);
        if (recent.Has(what)) return;
        await writing.RunAsync(() =>
        {
            audit.Write(by, deed, thing, subject, space);
            return Task.FromResult(true);
        }, stop);
        recent.Put(what);
    }
}

/// <summary>Who has looked at what of late, in the memory of this process; losing it costs a note more.</summary>
public sealed class RecentViews(TimeProvider clock)
{
    private static readonly TimeSpan One = TimeSpan.FromMinutes(10);
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(PersonId, string, Guid), DateTime> _seen = new();

    internal bool Has((PersonId, string, Guid) what) => _seen.TryGetValue(what, out var at) && clock.UtcNow() - at < One;

    internal void Put((PersonId, string, Guid) what)
    {
        var now = clock.UtcNow();
        _seen[what] = now;
        if (_seen.Count < Most) return;
        foreach (var (key, at) in _seen)
        {
            if (now - at >= One) _seen.TryRemove(new(key, at));
        }

        if (_seen.Count >= Most) _seen.Clear();
    }
}
