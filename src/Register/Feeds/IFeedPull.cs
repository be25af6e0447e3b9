namespace Tupa.Register;

/// <summary>Fetches what a source keeps behind an interface of its own, and puts it down as a file that the reader of the same format reads.</summary>
public interface IFeedPull
{
    /// <summary>The format of the file it makes, as <see cref="IFeedReader.Format"/> names it.</summary>
    string Format { get; }

    /// <summary>Whether the operator has said where to fetch from; without that nothing goes out.</summary>
    bool IsConfigured { get; }

    /// <summary>False where the pull is not proven complete: why is noted, and no file is left behind.</summary>
    /// <param name="path">A file that is not there yet, in the folder of incoming feeds.</param>
    Task<bool> PullAsync(string path, FeedNotes notes, CancellationToken stop);
}
