namespace Tupa.Notifications;

/// <summary>Titles and addresses of things of every kind. The caller has asked the audience function first.</summary>
internal sealed class Titles(IEnumerable<IArrivalTitles> rooms)
{
    private const int LongestTitle = 160;

    private readonly Dictionary<string, IArrivalTitles> _rooms = rooms.ToDictionary(r => r.Kind, StringComparer.Ordinal);

    /// <summary>One statement for each kind of thing; a thing without a title, or of a room that is not here, is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IEnumerable<(string Kind, Guid Id)> things, CancellationToken stop)
    {
        var titles = new Dictionary<Guid, string>();
        foreach (var kind in things.Distinct().ToLookup(t => t.Kind, t => t.Id, StringComparer.Ordinal))
        {
            if (!_rooms.TryGetValue(kind.Key, out var room)) continue;
            foreach (var (id, title) in await room.TitlesAsync([.. kind], stop))
            {
                if (OneLine(title) is { Length: > 0 } line) titles[id] = line;
            }
        }

        return titles;
    }

    /// <summary>The page of a thing; null for a kind that no room of this house shows.</summary>
    public string? Href(string kind, Guid id) => _rooms.GetValueOrDefault(kind)?.Href(id);

    private static string OneLine(string title)
    {
        var line = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestTitle ? line : $"{line[..(LongestTitle - 1)]}…";
    }
}
