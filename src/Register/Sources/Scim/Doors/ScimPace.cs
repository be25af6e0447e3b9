using System.Collections.Concurrent;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// How fast a directory may ask: a thousand requests at once and two hundred a second after that; who shows no key that is known, thirty
/// and one a second, by address. In memory: each node has its own.
/// </summary>
internal sealed class ScimPace(TimeProvider clock)
{
    private const int Sweep = 10_000;
    private static readonly Pace Known = new(1_000, 200);
    private static readonly Pace Unknown = new(30, 1);

    private readonly ConcurrentDictionary<string, (double Left, DateTime At)> _left = new(StringComparer.Ordinal);

    public bool Takes(ScimKeyId key) => Take(key.ToString(), Known);

    /// <summary>Counts a try without a known key; false where there have been too many.</summary>
    public bool Takes(System.Net.IPAddress? address) => Take($"from {address}", Unknown);

    private bool Take(string who, Pace pace)
    {
        var now = clock.UtcNow();
        var left = _left.AddOrUpdate(who, _ => (pace.Most - 1, now), (_, was) => (Math.Max(-1, pace.Refilled(was.Left, was.At, now) - 1), now)).Left;
        if (_left.Count > Sweep) foreach (var (old, was) in _left.Where(l => now - l.Value.At > TimeSpan.FromMinutes(1))) _left.TryRemove(KeyValuePair.Create(old, was));
        return left >= 0;
    }

    private sealed record Pace(double Most, double PerSecond)
    {
        public double Refilled(double left, DateTime at, DateTime now) => Math.Min(Most, left + (now - at).TotalSeconds * PerSecond);
    }
}
