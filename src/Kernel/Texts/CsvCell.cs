using System.Buffers;

namespace Tupa.Kernel;

/// <summary>One cell of a file that a spreadsheet opens, always in quotes (RFC 4180), and never a formula.</summary>
public static class CsvCell
{
    /// <summary>What a spreadsheet may take for the beginning of a formula, also in its wide forms.</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>A cell that would be a formula is made a text by an apostrophe before it; quotes within are doubled.</summary>
    public static string Of(string? value)
    {
        var text = value ?? "";
        var first = text.AsSpan().TrimStart(' ');
        var safe = first.Length > 0 && Formula.Contains(first[0]) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
