using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>An own space in the rail.</summary>
/// <param name="Unread">New to the person; from 100 on it is said as 99+.</param>
public sealed record RailSpace(SpaceId Id, string Name, int Unread)
{
    public string Href => $"/spaces/{Id}";
}

/// <summary>The rail around every page, in one statement.</summary>
public sealed class RailQueries
{
    public const int Longest = 12;

    private readonly OwnAudiences _own;

    internal RailQueries(OwnAudiences own) => _own = own;

    /// <summary>Own spaces that are not closed, the one where something last happened first.</summary>
    public async Task<IReadOnlyList<RailSpace>> ForAsync(Actor by, CancellationToken stop = default) =>
        [.. (await _own.OfAsync(by, stop))
            .Where(a => !a.Closed)
            .GroupBy(a => a.Space)
            .Select(g => (Rail: new RailSpace(g.Key, g.First().SpaceName, Math.Min(g.Sum(a => a.Unread), OwnAudiences.MostUnread)), Latest: g.Max(a => a.Latest)))
            .OrderByDescending(s => s.Latest ?? DateTime.MinValue)
            .ThenBy(s => s.Rail.Name, StringComparer.CurrentCulture)
            .Take(Longest)
            .Select(s => s.Rail)];
}
