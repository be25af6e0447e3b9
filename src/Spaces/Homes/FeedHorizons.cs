using System.Collections.Concurrent;
using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>
/// How old the last thing on a person's home was when they last looked: the next look begins there instead of reading what a
/// person with many spaces could see since the beginning. It is only a hint: when fewer than a page are found above it, the
/// whole question is asked. It says nothing of what anybody may see.
/// </summary>
public sealed class FeedHorizons
{
    private const int Most = 200_000;

    private readonly ConcurrentDictionary<PersonId, DateTime> _last = new();

    internal DateTime? Of(PersonId person) => _last.TryGetValue(person, out var at) ? at : null;

    internal void Put(PersonId person, DateTime? at)
    {
        if (at is not { } known)
        {
            _last.TryRemove(person, out _);
            return;
        }

        if (_last.Count >= Most) _last.Clear();
        _last[person] = known;
    }
}
