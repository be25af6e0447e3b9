using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The columns of a CSV file that people write, by their names: each value of a row is checked, and every error has its place.</summary>
internal sealed class NamedColumns(CsvTable table, IEnumerable<string> columns)
{
    private readonly Dictionary<string, int> _places = columns.ToDictionary(c => c, table.Find, StringComparer.Ordinal);

    /// <summary>Something is wrong with the row that was begun last.</summary>
    public bool IsWrong { get; private set; }

    /// <summary>False where a column that is needed is missing, or one stands twice. What is not known is never read.</summary>
    public static bool Stand(CsvTable table, IReadOnlyCollection<string> needed, IReadOnlyCollection<string> known, FeedNotes notes)
    {
        foreach (var column in needed.Where(c => table.Find(c) < 0)) notes.Error(DeliveryText.ColumnMissing, null, 1, column);
        for (var i = 0; i < table.Header.Count; i++)
        {
            if (known.Contains(table.Header[i]))
            {
                if (table.Find(table.Header[i]) != i) notes.Error(DeliveryText.ColumnTwice, null, 1, table.Header[i]);
                continue;
            }

            table.Skip(i);
            notes.Dropped(DeliveryText.ColumnUnknown, null, DeliveryText.Shown(table.Header[i]));
        }

        return !notes.HasErrors;
    }

    public void Begin() => IsWrong = false;

    public bool IsEmpty(string column) => _places[column] < 0 || table.IsEmpty(_places[column]);

    public ReadOnlySpan<char> Span(string column) => table.Span(_places[column]);

    public string? Optional(string column) => _places[column] < 0 ? null : table.Optional(_places[column]);

    public string? Required(string column, int longest)
    {
        var value = table.Optional(_places[column]);
        if (value is null) Wrong(column, DeliveryText.Required);
        else if (value.Length > longest) Wrong(column, DeliveryText.TooLong);
        return value;
    }

    /// <summary>Null where there is none; one that is no day is an error.</summary>
    public DateOnly? Day(string column)
    {
        var value = table.Span(_places[column]);
        if (value.IsEmpty) return null;
        if (FieldRules.TryWrittenDay(value, out var day)) return day;

        Wrong(column, DeliveryText.NotADay);
        return null;
    }

    public void Wrong(string column, Text reason)
    {
        IsWrong = true;
        table.Error(_places[column], reason);
    }
}
