namespace Tupa.Register;

/// <summary>Fetches what a source keeps behind an interface of its own, and puts it down as a file that the reader of the same format reads.</summary>
public interface IFeedPull
{
    /// <summary>The format of the file it makes, as <see cref="IFeedReader.Format"/> names it.</summary>
    string Format { get; }

    /// <summary>Whether the operator has said where to fetch from; without that nothing goes out.</summary>
    bool IsConfigured { get; }

    /// <summary>When the next pull is to be, after one; UTC.</summary>
    /// <param name="last">When it was asked last; null for never.</param>
    /// <param name="failed">Whether the source did not answer then, or was refused.</param>
    DateTime DueAfter(DateTime? last, bool failed);

    /// <summary>A pull that is not proven complete has failed: why is noted, and no file is left behind.</summary>
    /// <param name="path">A file that is not there yet, in the folder of incoming feeds.</param>
    /// <param name="mark">How far the source had come at the pull that is in force, as <see cref="Pulled.Mark"/> told it; null where everything is to be fetched.</param>
    Task<Pulled> PullAsync(string path, string? mark, FeedNotes notes, CancellationToken stop);
}

/// <summary>What came of a pull.</summary>
/// <param name="Mark">How far the source has come, in its own words, at most 1,000 characters; null where it does not say.</param>
public sealed record Pulled(PullOutcome Outcome, string? Mark = null);

/// <summary>How a pull went.</summary>
public enum PullOutcome
{
    Failed,

    /// <summary>The source says that nothing has changed since the mark: there is no file.</summary>
    Unchanged,
    Fetched,
}
