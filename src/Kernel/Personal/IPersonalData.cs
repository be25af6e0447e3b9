namespace Tupa.Kernel;

/// <summary>What one room holds about one person: how to describe it, hand it over, count it and let go of it (DESIGN, law 6).</summary>
public interface IPersonalData
{
    /// <summary>The tables this provider answers for. Every table with a column that names people or holds free text stands in exactly one.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>What it is, in words for the person.</summary>
    Text Description { get; }

    /// <summary>Everything held about the person, as rows for the take-away package; streamed, in a stable order.</summary>
    IAsyncEnumerable<PersonalRow> ExportAsync(PersonId person, CancellationToken stop);

    /// <summary>Lets go of it, inside a writing. Content of spaces stays and loses its author. Returns the number of rows touched; safe to run twice.</summary>
    Task<int> EraseAsync(PersonId person, CancellationToken stop);

    /// <summary>How many rows still name the person; 0 after an erasure.</summary>
    Task<int> RemainingAsync(PersonId person, CancellationToken stop);
}

/// <summary>One row of what is held about a person.</summary>
/// <param name="Table">The table it stands in.</param>
/// <param name="Values">Column to value, as text people can read; times in UTC (ISO 8601).</param>
public sealed record PersonalRow(string Table, IReadOnlyDictionary<string, string?> Values);
