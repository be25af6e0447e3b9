using System.Buffers;
using System.Globalization;
using System.Text;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One file of OneRoster, held to the letter of the standard: the header, the ids, the status, the dates, the lists of values.</summary>
internal sealed class RosterTable : IDisposable
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    private static readonly SearchValues<char> IdLetters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-_/@");

    private readonly CsvTable _table;
    private readonly FeedNotes _notes;
    private readonly IReadOnlyList<RosterColumn> _columns;
    private readonly bool _delta;
    private readonly Dictionary<string, int> _places;
    private int _errors;

    private RosterTable(CsvTable table, string name, FeedNotes notes, IReadOnlyList<RosterColumn> columns, bool delta)
    {
        (_table, Name, _notes, _columns, _delta) = (table, name, notes, columns, delta);
        _places = columns.Select((c, i) => (c.Name, i)).ToDictionary(c => c.Name, c => c.i, StringComparer.Ordinal);
    }

    public string Name { get; }

    public int Line => _table.Line;

    /// <summary>The row says that its record is to go.</summary>
    public bool Deleted { get; private set; }

    /// <summary>How many rows of a whole file say so.</summary>
    public int Left { get; private set; }

    /// <summary>Whether anything has been found wrong with this row.</summary>
    public bool IsWrong => _notes.Count(FeedNoteKind.Error) > _errors;

    /// <summary>Null where the header is not that of the standard, which is noted.</summary>
    public static RosterTable? Open(DeliveredZip zip, string file, IReadOnlyList<RosterColumn> columns, bool delta, FeedNotes notes)
    {
        var name = $"{file}.csv";
        if (CsvTable.Open(zip.Open(name), Utf8, ',', notes, name) is not { } table) return null;
        if (HasHeader(table.Header, columns, notes, name))
        {
            for (var i = 0; i < table.Header.Count; i++)
            {
                if (i < columns.Count && !columns[i].Closed) continue;
                table.Skip(i);
                notes.Dropped(DeliveryText.ColumnUnread, name, i < columns.Count ? columns[i].Name : DeliveryText.Shown(table.Header[i]) ?? "metadata");
            }

            return new(table, name, notes, columns, delta);
        }

        table.Dispose();
        return null;
    }

    /// <summary>The next row that has its id, its status and all that is required; the others are noted.</summary>
    public bool Next()
    {
        while (_table.Next())
        {
            _errors = _notes.Count(FeedNoteKind.Error);
            ReadStatus();
            for (var i = 0; i < _columns.Count; i++)
            {
                if (_columns[i].Required && _table.IsEmpty(i)) _table.Error(i, DeliveryText.Required);
            }

            Id("sourcedId");
            if (IsWrong) continue;
            if (!Deleted || _delta) return true;
            Left++;
        }

        if (_table.Rows == 0) _notes.Error(DeliveryText.NoRows, Name, 1);
        if (Left > 0) _notes.Remark(SchoolText.LeftInBulk, Name);
        return false;
    }

    public void Wrong(string column, Text reason) => _table.Error(_places[column], reason);

    public string Text(string column, int longest)
    {
        var value = _table.Span(_places[column]);
        if (value.Length > longest) Wrong(column, DeliveryText.TooLong);
        return value.ToString();
    }

    public string? Optional(string column, int longest) => Text(column, longest) is { Length: > 0 } value ? value : null;

    /// <summary>An id, empty where none stands there.</summary>
    public string Id(string column)
    {
        var value = _table.Span(_places[column]);
        if (value.Length > FieldRules.LongestKey || value.ContainsAnyExcept(IdLetters)) Wrong(column, SchoolText.NotAnId);
        return value.ToString();
    }

    /// <summary>Ids with commas between.</summary>
    public IReadOnlyList<string> Ids(string column)
    {
        var ids = _table.Text(_places[column]).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Any(id => id.Length > FieldRules.LongestKey || id.AsSpan().ContainsAnyExcept(IdLetters))) Wrong(column, SchoolText.NotAnId);
        return ids;
    }

    public string OneOf(string column, params ReadOnlySpan<string> list)
    {
        var value = _table.Text(_places[column]);
        if (!list.Contains(value)) Wrong(column, SchoolText.NotInList);
        return value;
    }

    public bool Yes(string column)
    {
        var value = _table.Span(_places[column]);
        var yes = value.Equals("true", StringComparison.OrdinalIgnoreCase);
        if (!yes && !value.Equals("false", StringComparison.OrdinalIgnoreCase)) Wrong(column, SchoolText.NotYesOrNo);
        return yes;
    }

    public DateOnly? Day(string column)
    {
        var value = _table.Span(_places[column]);
        if (value.IsEmpty) return null;
        if (FieldRules.TryDay(value, out var day)) return day;

        Wrong(column, DeliveryText.NotADay);
        return null;
    }

    /// <summary>From and to; the standard's end is the first day after.</summary>
    public RosterWindow Window(string begin, string end)
    {
        var first = Day(begin);
        var after = Day(end);
        if (after <= first) Wrong(end, DeliveryText.DaysReversed);
        return new(first, after?.AddDays(-1) ?? Helsinki.Open);
    }

    public void Dispose() => _table.Dispose();

    private void ReadStatus()
    {
        var status = _table.Span(_places["status"]);
        Deleted = status is "tobedeleted";
        if (status is not ("active" or "tobedeleted") && !(status.IsEmpty && !_delta)) Wrong("status", SchoolText.NotAStatus);

        var changed = _table.Span(_places["dateLastModified"]);
        if (changed.IsEmpty ? _delta : !IsTime(changed)) Wrong("dateLastModified", SchoolText.NotATime);
    }

    private static bool IsTime(ReadOnlySpan<char> value) =>
        value[^1] == 'Z' && DateTime.TryParseExact(value, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool HasHeader(IReadOnlyList<string> header, IReadOnlyList<RosterColumn> columns, FeedNotes notes, string file)
    {
        var before = notes.Count(FeedNoteKind.Error);
        for (var i = 0; i < columns.Count; i++)
        {
            if (i >= header.Count || header[i] != columns[i].Name) notes.Error(SchoolText.ColumnExpected, file, 1, columns[i].Name);
        }

        for (var i = columns.Count; i < header.Count; i++)
        {
            if (!header[i].StartsWith("metadata.", StringComparison.Ordinal)) notes.Error(SchoolText.ColumnTooMany, file, 1, DeliveryText.Shown(header[i]));
        }

        return notes.Count(FeedNoteKind.Error) == before;
    }
}
