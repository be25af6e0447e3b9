using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A reader that can show how it understands the first rows of a file, whether or not the file would be taken.</summary>
public interface IFeedPreview : IFeedReader
{
    Task<FeedPreview> PreviewAsync(FeedFile file, int rows, CancellationToken stop);
}

/// <summary>The first rows of a file as they would be understood. Shown and never stored.</summary>
/// <param name="Columns">The columns in the order of the file.</param>
/// <param name="Rows">A row: its line, and what each of the columns gives; null where nothing is read.</param>
/// <param name="Notes">What was found in the header and in these rows.</param>
public sealed record FeedPreview(IReadOnlyList<PreviewColumn> Columns, IReadOnlyList<PreviewRow> Rows, FeedNotes Notes);

/// <summary>One column of a file.</summary>
/// <param name="Header">As the file has it; null where it may not be shown.</param>
/// <param name="Field">What it is read as; null where it is not read.</param>
public sealed record PreviewColumn(string? Header, Text? Field);

/// <summary>One row of a file as it would be understood.</summary>
/// <param name="Taken">False where a rule of the profile leaves it out.</param>
public sealed record PreviewRow(int Line, bool Taken, IReadOnlyList<string?> Values);
