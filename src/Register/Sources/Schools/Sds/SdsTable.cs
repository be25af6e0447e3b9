using System.Text;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One file of School Data Sync: columns are found by name, in any order; those that are not asked for are never kept.</summary>
internal sealed class SdsTable : IDisposable
{
    private readonly CsvTable _table;
    private readonly FeedNotes _notes;
    private readonly Dictionary<string, int> _places;
    private int _errors;

    private SdsTable(CsvTable table, string name, FeedNotes notes, Dictionary<string, int> places) => (_table, Name, _notes, _places) = (table, name, notes, places);

    public string Name { get; }

    public int Line => _table.Line;

    public bool IsWrong => _notes.Count(FeedNoteKind.Error) > _errors;

    /// <param name="columns">With <c>*</c> where a value is required, <c>?</c> where the column may be missing, <c>~</c> where it is known and not needed.</param>
    public static SdsTable? Open(DeliveredZip zip, string file, string columns, FeedNotes notes)
    {
        var name = $"{file}.csv";
        if (CsvTable.Open(zip.Open(name), Encoding.UTF8, ',', notes, name) is not { } table) return null;

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var wanted = columns.Split(' ');
        var missing = wanted.Where(c => !c.EndsWith('?') && !c.EndsWith('~') && table.Find(c.TrimEnd('*')) < 0).ToList();
        foreach (var column in missing) notes.Error(DeliveryText.ColumnMissing, name, 1, column.TrimEnd('*'));
        foreach (var column in wanted.Where(c => !c.EndsWith('~'))) places[column] = table.Find(column.TrimEnd('*', '?'));
        for (var i = 0; i < table.Header.Count; i++)
        {
            if (places.ContainsValue(i)) continue;
            table.Skip(i);
            if (!wanted.Contains($"{table.Header[i]}~")) notes.Dropped(DeliveryText.ColumnUnread, name, DeliveryText.Shown(table.Header[i]));
        }

        if (missing.Count == 0) return new(table, name, notes, places.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal));
        table.Dispose();
        return null;
    }

    public bool Next()
    {
        while (_table.Next())
        {
            _errors = _notes.Count(FeedNoteKind.Error);
            foreach (var (column, place) in _places)
            {
                if (column.EndsWith('*') && _table.IsEmpty(place)) _table.Error(place, DeliveryText.Required);
            }

            if (!IsWrong) return true;
        }

        if (_table.Rows == 0) _notes.Error(DeliveryText.NoRows, Name, 1);
        return false;
    }

    public void Wrong(string column, Text reason) => _table.Error(Place(column), reason);

    public string Value(string column, int longest = FieldRules.LongestKey)
    {
        var value = _table.Span(Place(column));
        if (value.Length > longest) Wrong(column, DeliveryText.TooLong);
        return value.ToString();
    }

    public string? Optional(string column, int longest = FieldRules.LongestKey) => Value(column, longest) is { Length: > 0 } value ? value : null;

    public DateOnly? Day(string column)
    {
        if (_table.Span(Place(column)) is { IsEmpty: true }) return null;
        if (FieldRules.TryDay(_table.Span(Place(column)), out var day)) return day;

        Wrong(column, DeliveryText.NotADay);
        return null;
    }

    public void Dispose() => _table.Dispose();

    private int Place(string column) =>
        _places.TryGetValue(column, out var place) || _places.TryGetValue(column + '*', out place) || _places.TryGetValue(column + '?', out place) ? place : -1;
}
