using System.Text;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A list as a file that a spreadsheet opens: UTF-8 with its mark, semicolons, every cell in quotes (RFC 4180).</summary>
internal static class DisclosureCsv
{
    public static byte[] Write(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder().Append('\uFEFF');
        Line(text, head);
        foreach (var row in rows) Line(text, row);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, IEnumerable<string?> cells) => text.AppendJoin(';', cells.Select(CsvCell.Of)).Append("\r\n");
}
