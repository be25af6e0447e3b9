namespace Tupa.Demo;

/// <summary>Chance that falls the same way on every machine: xoshiro256** seeded through SplitMix64.</summary>
/// <remarks>System.Random promises no algorithm from one version to the next; the demo municipality must not move with the framework.</remarks>
public sealed class Dice
{
    private readonly ulong _seed;
    private ulong _a, _b, _c, _d;

    public Dice(ulong seed)
    {
        _seed = seed;
        var state = seed;
        _a = Mix(ref state);
        _b = Mix(ref state);
        _c = Mix(ref state);
        _d = Mix(ref state);
    }

    /// <summary>Dice of their own for a named part, so that a change in one part leaves the others as they were.</summary>
    public Dice Fork(string part, long number = 0)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in part) hash = (hash ^ letter) * 1099511628211UL;
        var state = _seed ^ hash ^ ((ulong)number * 0x9E3779B97F4A7C15UL);
        return new Dice(Mix(ref state));
    }

    /// <summary>A number from 0 up to, not including, <paramref name="below"/>.</summary>
    public int Below(int below) => below <= 1 ? 0 : (int)((Next() >> 32) * (ulong)below >> 32);

    /// <summary>A number between two, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Part() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Falls(double probability) => Part() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of the first more often than of the last: the weight of place n is 1 / (n + 1).</summary>
    public T PickEarly<T>(IReadOnlyList<T> from) =>
        from[Math.Min(from.Count - 1, (int)Math.Floor(Math.Pow(from.Count + 1, Part()) - 1))];

    public void Shuffle<T>(IList<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }

    /// <summary>As many different ones as asked, or all when there are fewer.</summary>
    public List<T> Take<T>(IReadOnlyList<T> from, int count)
    {
        if (count * 4 >= from.Count)
        {
            var all = from.ToList();
            Shuffle(all);
            return all.Count > count ? all.GetRange(0, count) : all;
        }

        var taken = new HashSet<int>();
        var few = new List<T>(count);
        while (few.Count < count)
        {
            var i = Below(from.Count);
            if (taken.Add(i)) few.Add(from[i]);
        }

        return few;
    }

    private static ulong Mix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    private ulong Next()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }
}
