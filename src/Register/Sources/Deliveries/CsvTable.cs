using System.Text;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A CSV file with a header: rows of the right form come through, all others are noted with their place.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly CsvRows _rows;
    private readonly FeedNotes _notes;
    private readonly string? _file;

    private CsvTable(CsvRows rows, IReadOnlyList<string> header, FeedNotes notes, string? file) => (_rows, Header, _notes, _file) = (rows, header, notes, file);

    public IReadOnlyList<string> Header { get; }

    public int Line => _rows.Line;

    /// <summary>How many rows have been read, the wrong ones among them.</summary>
    public int Rows { get; private set; }

    /// <summary>Reads the header. Null where there is none, which is noted.</summary>
    public static CsvTable? Open(Stream stream, Encoding encoding, char delimiter, FeedNotes notes, string? file)
    {
        var rows = new CsvRows(stream, encoding, delimiter);
        try
        {
            if (rows.Read() && rows.Faults.Count == 0)
                return new(rows, [.. Enumerable.Range(0, rows.Count).Select(i => rows[i].ToString())], notes, file);

            notes.Error(rows.Count == 0 ? DeliveryText.Empty : DeliveryText.Of(rows.Faults[0].Fault), file, 1);
        }
        catch (InvalidDataException)
        {
            notes.Error(DeliveryText.Damaged, file, rows.Line);
        }

        rows.Dispose();
        return null;
    }

    /// <summary>Where the column stands; -1 where it does not.</summary>
    public int Find(string column)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (Header[i] == column) return i;
        }

        return -1;
    }

    /// <summary>Never keeps anything of this column.</summary>
    public void Skip(int column) => _rows.Skip(column);

    /// <summary>The next row of the right form.</summary>
    public bool Next()
    {
        try
        {
            while (_rows.Read())
            {
                Rows++;
                if (IsWhole()) return true;
            }
        }
        catch (InvalidDataException)
        {
            _notes.Error(DeliveryText.Damaged, _file, _rows.Line);
        }

        return false;
    }

    /// <summary>The value without the spaces around it; empty for a column that is not there.</summary>
    public ReadOnlySpan<char> Span(int column) => column < 0 ? [] : _rows[column].Trim();

    public string Text(int column) => Span(column).ToString();

    /// <summary>Null where it is empty.</summary>
    public string? Optional(int column) => Span(column) is { IsEmpty: false } value ? value.ToString() : null;

    public bool IsEmpty(int column) => Span(column).IsEmpty;

    public void Error(int column, Text reason) => _notes.Error(reason, _file, Line, column < 0 ? null : DeliveryText.Shown(Header[column]));

    public void Dispose() => _rows.Dispose();

    private bool IsWhole()
    {
        foreach (var (line, column, fault) in _rows.Faults)
            _notes.Error(DeliveryText.Of(fault), _file, line, column < Header.Count ? DeliveryText.Shown(Header[column]) : null);
        if (_rows.Faults.Count > 0) return false;
        if (_rows.Count == Header.Count) return true;

        _notes.Error(_rows.Count < Header.Count ? DeliveryText.TooFewFields : DeliveryText.TooManyFields, _file, Line);
        return false;
    }
}
