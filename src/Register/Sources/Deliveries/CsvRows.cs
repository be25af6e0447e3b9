using System.Text;

namespace Tupa.Register;

/// <summary>What is wrong with the form of a row.</summary>
internal enum CsvFault
{
    /// <summary>A quote within a field that does not begin with one.</summary>
    StrayQuote,

    /// <summary>Something between a closing quote and the delimiter.</summary>
    AfterQuote,
    LineBreak,
    Unclosed,

    /// <summary>A letter that the charset does not know.</summary>
    BrokenLetter,
    Control,
    TooLong,
    TooMany,
}

/// <summary>A fault by its place; the column counts from 0.</summary>
internal readonly record struct CsvPlace(int Line, int Column, CsvFault Fault);

/// <summary>
/// The rows of a CSV file, RFC 4180 to the letter: a row at a time, in one buffer that is used again. It knows lines as an editor
/// counts them, goes on after a fault, and does not keep a letter of the columns that are to be skipped.
/// </summary>
internal sealed class CsvRows(Stream stream, Encoding encoding, char delimiter = ',') : IDisposable
{
    private const int LongestField = 8_192;
    private const int MostColumns = 400;

    /// <summary>A quoted field that runs over more lines than this was never closed: the rest is read as rows again.</summary>
    private const int MostBreaks = 20;

    private readonly StreamReader _reader = new(stream, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
    private readonly char[] _block = new char[1 << 15];
    private readonly List<int> _ends = [];
    private readonly List<CsvPlace> _faults = [];
    private readonly HashSet<int> _skipped = [];
    private char[] _text = new char[4_096];
    private int _length;
    private int _at;
    private int _filled;
    private int _line = 1;
    private bool _begun;

    /// <summary>The line on which the row begins.</summary>
    public int Line { get; private set; }

    public int Count => _ends.Count;

    /// <summary>What is wrong with this row; a row with a fault is not to be used.</summary>
    public IReadOnlyList<CsvPlace> Faults => _faults;

    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            var from = column == 0 ? 0 : _ends[column - 1];
            return _text.AsSpan(from, _ends[column] - from);
        }
    }

    /// <summary>Passes over a column from the next row on: it is empty whatever stands there.</summary>
    public void Skip(int column) => _skipped.Add(column);

    /// <summary>The next row that is not blank; false at the end of the file.</summary>
    public bool Read()
    {
        while (Peek() >= 0)
        {
            _ends.Clear();
            _faults.Clear();
            _length = 0;
            Line = _line;
            while (ReadField())
            {
            }

            if (_ends.Count > 1 || _length > 0 || _faults.Count > 0) return true;
        }

        return false;
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>True where another field follows on the row.</summary>
    private bool ReadField()
    {
        var start = _length;
        if (Peek() == '"') ReadQuoted(start);
        var next = ReadBare(start);
        if (_ends.Count < MostColumns) _ends.Add(_length);
        else Note(CsvFault.TooMany);
        return next;
    }

    private void ReadQuoted(int start)
    {
        var breaks = 0;
        Next();
        while (true)
        {
            var letter = Next();
            switch (letter)
            {
                case < 0:
                    Note(CsvFault.Unclosed);
                    return;
                case '"' when Peek() == '"':
                    Next();
                    Keep('"', start);
                    break;
                case '"':
                    if (!AtEnd(Peek())) Note(CsvFault.AfterQuote);
                    return;
                case '\r' or '\n':
                    if (letter == '\r' && Peek() == '\n') Next();
                    _line++;
                    Note(CsvFault.LineBreak);
                    if (++breaks > MostBreaks) return;
                    break;
                default:
                    Keep((char)letter, start);
                    break;
            }
        }
    }

    private bool ReadBare(int start)
    {
        while (true)
        {
            var letter = Next();
            if (letter == delimiter) return true;
            switch (letter)
            {
                case < 0:
                    return false;
                case '\n':
                    _line++;
                    return false;
                case '\r' when Peek() == '\n':
                    break;
                case '\r':
                    Note(CsvFault.LineBreak);
                    break;
                case '"':
                    Note(CsvFault.StrayQuote);
                    break;
                default:
                    Keep((char)letter, start);
                    break;
            }
        }
    }

    private void Keep(char letter, int start)
    {
        if (_skipped.Contains(_ends.Count)) return;
        if (letter == '\ufffd') Note(CsvFault.BrokenLetter);
        else if (char.IsControl(letter)) Note(CsvFault.Control);
        if (_length - start >= LongestField || _ends.Count >= MostColumns)
        {
            Note(CsvFault.TooLong);
            return;
        }

        if (_length == _text.Length) Array.Resize(ref _text, _text.Length * 2);
        _text[_length++] = letter;
    }

    private bool AtEnd(int letter) => letter < 0 || letter == delimiter || letter is '\r' or '\n';

    /// <summary>Each kind once a row: the first place of it is enough to find it.</summary>
    private void Note(CsvFault fault)
    {
        foreach (var known in _faults)
        {
            if (known.Fault == fault) return;
        }

        _faults.Add(new(Line, _ends.Count, fault));
    }

    private int Peek() => _at < _filled || Fill() ? _block[_at] : -1;

    private int Next() => _at < _filled || Fill() ? _block[_at++] : -1;

    private bool Fill()
    {
        _at = 0;
        _filled = _reader.Read(_block, 0, _block.Length);
        if (_filled > 0 && !_begun && _block[0] == '\ufeff') _at = 1;
        _begun = true;
        return _at < _filled || (_filled > 0 && Fill());
    }
}
