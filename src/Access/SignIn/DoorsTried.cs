using System.Collections.Concurrent;

namespace Tupa.Access;

/// <summary>
/// How many are trying one door at this moment. A guess that is still being checked has not failed yet, so it counts as if it had: whoever
/// sends a hundred at once has as many free as whoever sends them one by one.
/// </summary>
internal sealed class DoorsTried
{
    private readonly ConcurrentDictionary<string, int> _trying = new(StringComparer.Ordinal);

    /// <summary>Hold it until what came of the try is written down.</summary>
    public Try Begin(byte[] door)
    {
        var key = Convert.ToHexString(door);
        return new(this, key, _trying.AddOrUpdate(key, 1, (_, others) => others + 1) - 1);
    }

    private void End(string key)
    {
        // Nobody begins between the two: a count that has changed is not taken away.
        if (_trying.AddOrUpdate(key, 0, (_, all) => all - 1) == 0) _trying.TryRemove(new(key, 0));
    }

    /// <param name="Others">Those who had begun before and were not done.</param>
    internal sealed record Try(DoorsTried Doors, string Key, int Others) : IDisposable
    {
        public void Dispose() => Doors.End(Key);
    }
}
