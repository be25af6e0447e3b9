using System.Collections.Concurrent;

namespace Tupa.Posts;

/// <summary>Everything that a card's HTML is made of: two that are equal look the same, whoever reads them.</summary>
/// <param name="Row">Without its files.</param>
/// <param name="Files">What is shown of them, as text.</param>
/// <param name="When">The time as it is said now.</param>
internal sealed record CardLook(PostCardRow Row, string Files, string When, string Language, bool Fresh);

/// <summary>
/// Cards already drawn. The rows are read anew for every reader and every page, by the audience function; only the drawing of an
/// equal card is not done twice. Two generations: the old one goes when the young one is full or ten minutes old.
/// </summary>
internal sealed class CardShelf(TimeProvider clock)
{
    private const int Most = 3_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly Lock _turn = new();
    private ConcurrentDictionary<CardLook, string> _young = new();
    private ConcurrentDictionary<CardLook, string> _old = new();
    private DateTimeOffset _turned = clock.GetUtcNow();
    private int _count;

    public string? Find(CardLook look)
    {
        if (_young.TryGetValue(look, out var known)) return known;
        if (!_old.TryGetValue(look, out var older)) return null;

        Put(look, older);
        return older;
    }

    public void Put(CardLook look, string html)
    {
        TurnIfDue();
        if (_young.TryAdd(look, html)) Interlocked.Increment(ref _count);
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
