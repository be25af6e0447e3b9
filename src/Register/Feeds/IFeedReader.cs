namespace Tupa.Register;

/// <summary>Reads one form of file that a source delivers. It looks through the whole of it before it gives out anybody.</summary>
public interface IFeedReader
{
    /// <summary>What <c>tupa import --format</c> and the page call it: "oneroster", "popolo", "primus-oppilaat".</summary>
    string Format { get; }

    /// <summary>Whose feed it is.</summary>
    Source Source { get; }

    /// <summary>Which of the source's feeds: what it does not name of its own has ended. Empty where the source has only one.</summary>
    string Feed { get; }

    /// <summary>
    /// Validates all of the file. Every error is noted with its place; forbidden data is dropped unread and noted. Returns null
    /// where there was an error: nothing of a file with an error is used.
    /// </summary>
    Task<ReadFeed?> ReadAsync(FeedFile file, FeedNotes notes, CancellationToken stop);
}

/// <summary>A delivered file, as it lies in the folder of incoming feeds.</summary>
/// <param name="Path">Where it lies; deleted within 24 hours.</param>
/// <param name="Name">What the sender called it; shown, never opened by.</param>
public sealed record FeedFile(string Path, string Name)
{
    /// <summary>Told where the file is of the next school year, and is to be read as of its first day; null where it is of today.</summary>
    public YearAsk? Year { get; init; }
}

/// <summary>For which day a file of the next school year is read.</summary>
/// <param name="Day">As the sender said it; null where the file's own school years are to say.</param>
public sealed record YearAsk(DateOnly? Day)
{
    /// <param name="told">The first day of the next school year, as the file says it; null where it does not.</param>
    public DateOnly DayOf(DateOnly? told, DateOnly today) => Day ?? told ?? YearChange.UsualDay(today);
}

/// <summary>A feed without errors.</summary>
/// <param name="Whole">True where it says all of its feed: who is not named has left. False where it names only people in whom something has changed, each of them whole.</param>
/// <param name="Count">How many people it names.</param>
/// <param name="People">In any order, each key once; streamed, so that half a million need not lie in memory. May be asked twice.</param>
public sealed record ReadFeed(
    bool Whole, int Count, IReadOnlyList<FedUnit> Units, IReadOnlyList<FedGroup> Groups, Func<CancellationToken, IAsyncEnumerable<FedPerson>> People)
{
    /// <summary>The day it was read as of, where <see cref="FeedFile.Year"/> asked for the next school year; null where the form knows no days.</summary>
    public DateOnly? Day { get; init; }
}
