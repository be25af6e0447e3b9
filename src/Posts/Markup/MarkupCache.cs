using System.Collections.Concurrent;

namespace Tupa.Posts;

/// <summary>
/// Texts already made into HTML, by id and version: home shows fifty and would make each of them again for every reader. Two
/// generations: the old one goes when the young one is full or an hour old, so nothing that was deleted stays in memory.
/// </summary>
internal sealed class MarkupCache(TimeProvider clock)
{
    private const int Most = 4_000;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly Lock _turn = new();
    private ConcurrentDictionary<(Guid Id, int Version, bool Lead), RenderedText> _young = new();
    private ConcurrentDictionary<(Guid Id, int Version, bool Lead), RenderedText> _old = new();
    private DateTimeOffset _turned = clock.GetUtcNow();
    private int _count;

    /// <param name="lead">The beginning of it, and not the whole.</param>
    public RenderedText Get(Guid id, int version, bool lead, string markdown)
    {
        var key = (id, version, lead);
        if (_young.TryGetValue(key, out var known)) return known;

        TurnIfDue();
        var text = _old.TryGetValue(key, out var older) ? older : PostMarkup.Render(markdown);
        if (_young.TryAdd(key, text)) Interlocked.Increment(ref _count);
        return text;
    }

    /// <summary>What was deleted, or whose words changed without a new version.</summary>
    public void Forget(IEnumerable<Guid> ids)
    {
        var gone = ids.ToHashSet();
        if (gone.Count == 0) return;
        foreach (var generation in new[] { _young, _old })
        {
            foreach (var key in generation.Keys.Where(k => gone.Contains(k.Id))) generation.TryRemove(key, out _);
        }
    }

    private void TurnIfDue()
    {
        var now = clock.GetUtcNow();
        if (_count < Most && now - _turned < Life) return;

        lock (_turn)
        {
            if (_count < Most && now - _turned < Life) return;
            (_old, _young) = (_young, new());
            (_count, _turned) = (0, now);
        }
    }
}
