using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a note of a feed is about.</summary>
[Stored]
public enum FeedNoteKind
{
    /// <summary>Something is wrong: nothing of the file is used.</summary>
    Error,

    /// <summary>Data that may not be stored was dropped unread.</summary>
    Dropped,

    /// <summary>Something to know, that hinders nothing.</summary>
    Remark,
}

/// <summary>One note, by its place. It never repeats a value of the file.</summary>
/// <param name="File">The file within a package; null where there is only one.</param>
/// <param name="Line">From 1, as an editor counts; null where it is about the whole file.</param>
/// <param name="Column">The header of the column.</param>
public sealed record FeedNote(FeedNoteKind Kind, string? File, int? Line, string? Column, Text Reason);

/// <summary>What was found while a feed was read: the first thousand of each kind in words, all of them as numbers.</summary>
public sealed class FeedNotes
{
    public const int MostInWords = 1_000;

    private readonly List<FeedNote> _notes = [];
    private readonly Dictionary<FeedNoteKind, int> _counts = [];

    public IReadOnlyList<FeedNote> InWords => _notes;

    public bool HasErrors => Count(FeedNoteKind.Error) > 0;

    public int Count(FeedNoteKind kind) => _counts.GetValueOrDefault(kind);

    public void Error(Text reason, string? file = null, int? line = null, string? column = null) => Add(new(FeedNoteKind.Error, file, line, column, reason));

    /// <summary>Once for each column or file that is not read.</summary>
    public void Dropped(Text what, string? file = null, string? column = null) => Add(new(FeedNoteKind.Dropped, file, null, column, what));

    public void Remark(Text what, string? file = null, int? line = null, string? column = null) => Add(new(FeedNoteKind.Remark, file, line, column, what));

    private void Add(FeedNote note)
    {
        _counts[note.Kind] = Count(note.Kind) + 1;
        if (Count(note.Kind) <= MostInWords) _notes.Add(note);
    }
}
