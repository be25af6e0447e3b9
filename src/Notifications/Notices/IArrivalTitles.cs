namespace Tupa.Notifications;

/// <summary>What a content room calls its things, for the inbox and for mail. Notifications asks only for what the reader may see.</summary>
public interface IArrivalTitles
{
    /// <summary>The arrivals' kind: "post".</summary>
    string Kind { get; }

    /// <summary>The title of each, without markup; what is gone is left out. One statement.</summary>
    Task<IReadOnlyDictionary<Guid, string>> TitlesAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop);

    /// <summary>The page of a thing.</summary>
    string Href(Guid id) => $"/{Kind}s/{id}";
}
