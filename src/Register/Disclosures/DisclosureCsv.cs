using System.Buffers;
using System.Text;

namespace Tupa.Register;

/// <summary>A list as a file that a spreadsheet opens: UTF-8 with its mark, semicolons, every cell in quotes (RFC 4180).</summary>
internal static class DisclosureCsv
{
    /// <summary>What a spreadsheet may take for the beginning of a formula, also in its wide forms.</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static byte[] Write(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder().Append('\uFEFF');
        Line(text, head);
        foreach (var row in rows) Line(text, row);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A cell that would be a formula is made a text by an apostrophe before it; quotes within are doubled.</summary>
    public static string Cell(string? value)
    {
        var text = value ?? "";
        var first = text.AsSpan().TrimStart(' ');
        var safe = first.Length > 0 && Formula.Contains(first[0]) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void Line(StringBuilder text, IEnumerable<string?> cells) => text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");
}
