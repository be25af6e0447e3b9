using System.Collections.Concurrent;

namespace Tupa.Spaces;

/// <summary>The counts of the last minute, for showing only. Whoever decides something counts anew.</summary>
public sealed class RecentCounts
{
    private const int Most = 20_000;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<AudienceId, (AudienceCount Count, DateTime At)> _counts = new();

    internal AudienceCount? Get(AudienceId id, DateTime now) =>
        _counts.TryGetValue(id, out var recent) && now - recent.At < Age ? recent.Count : null;

    internal void Put(AudienceId id, AudienceCount count, DateTime now)
    {
        if (_counts.Count >= Most) _counts.Clear();
        _counts[id] = (count, now);
    }

    /// <summary>Its members have just changed.</summary>
    internal void Forget() => _counts.Clear();
}
