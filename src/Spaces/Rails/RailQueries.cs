using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>An own space in the rail.</summary>
/// <param name="Unread">New to the person; from 100 on it is said as 99+.</param>
public sealed record RailSpace(SpaceId Id, string Name, int Unread)
{
    public string Href => $"/spaces/{Id}";
}

/// <summary>The rail around every page.</summary>
/// <param name="Waiting">What waits elsewhere, up to a hundred.</param>
public sealed record Rail(IReadOnlyList<RailSpace> Spaces, int Waiting);

/// <summary>Reads the rail around every page, in one statement.</summary>
public sealed class RailQueries
{
    public const int Longest = 12;

    private readonly OwnAudiences _own;

    internal RailQueries(OwnAudiences own) => _own = own;

    /// <summary>Own spaces that are not closed, the one where something last happened first.</summary>
    public async Task<Rail> ForAsync(Actor by, CancellationToken stop = default)
    {
        var own = await _own.OfAsync(by, stop);
        return new(InOrder(own), own.Count > 0 ? own[0].Waiting : await _own.WaitingAsync(by, stop));
    }

    private static IReadOnlyList<RailSpace> InOrder(IReadOnlyList<OwnAudience> own) =>
        [.. own
            .Where(a => !a.Closed)
            .GroupBy(a => a.Space)
            .Select(g => (Rail: new RailSpace(g.Key, g.First().SpaceName, Math.Min(g.Sum(a => a.Unread), OwnAudiences.MostUnread)), Latest: g.Max(a => a.Latest)))
            .OrderByDescending(s => s.Latest ?? DateTime.MinValue)
            .ThenBy(s => s.Rail.Name, StringComparer.CurrentCulture)
            .Take(Longest)
            .Select(s => s.Rail)];
}
