using System.Text;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One row of a free file as its profile reads it.</summary>
internal sealed record ProfileRow(
    string Key, string GivenName, string FamilyName, string Code, string? School, string? UserId, string? Email, FedGroup? Class, IReadOnlyList<FedGroup> Groups,
    SchoolRole Role, string? Duty, RosterWindow Window, bool? Shielded)
{
    public bool IsSamePerson(ProfileRow other) =>
        (GivenName, FamilyName, UserId, Email, Shielded) == (other.GivenName, other.FamilyName, other.UserId, other.Email, other.Shielded);
}

/// <summary>A free CSV file, read through its profile. Columns that the profile does not name are never kept.</summary>
internal sealed class ProfileTable : IDisposable
{
    private readonly CsvTable _table;
    private readonly FeedNotes _notes;
    private readonly MappingProfile _profile;
    private readonly Dictionary<ProfileField, (int At, ProfileColumn Column)> _fields;
    private readonly List<(int At, ProfileRule Rule)> _rules;
    private int _errors;

    private ProfileTable(CsvTable table, MappingProfile profile, FeedNotes notes)
    {
        (_table, _profile, _notes) = (table, profile, notes);
        _fields = profile.Columns.Select(c => (At: table.Find(c.Header), Column: c)).Where(c => c.At >= 0).ToDictionary(c => c.Column.Field);
        _rules = [.. profile.Rejected.Select(r => (table.Find(r.Header), r))];
    }

    public int Line => _table.Line;

    public IReadOnlyList<string> Header => _table.Header;

    /// <summary>A rule of the profile leaves the row out.</summary>
    public bool IsLeftOut { get; private set; }

    public int LeftOut { get; private set; }

    private bool IsWrong => _notes.Count(FeedNoteKind.Error) > _errors;

    /// <summary>Null where the file is not what the profile says, which is noted.</summary>
    public static ProfileTable? Open(FeedFile file, MappingProfile profile, Encoding charset, FeedNotes notes)
    {
        if (CsvTable.Open(File.OpenRead(file.Path), charset, profile.Delimiter[0], notes, null) is not { } table) return null;

        var before = notes.Count(FeedNoteKind.Error);
        var asked = profile.Columns.Select(c => c.Header).Concat(profile.Rejected.Select(r => r.Header)).ToHashSet(StringComparer.Ordinal);
        foreach (var column in profile.Columns.Where(c => c.Required).Select(c => c.Header).Concat(profile.Rejected.Select(r => r.Header)).Distinct().Where(c => table.Find(c) < 0))
            notes.Error(DeliveryText.ColumnMissing, null, 1, column);
        for (var i = 0; i < table.Header.Count; i++)
        {
            if (table.Find(table.Header[i]) != i && asked.Contains(table.Header[i])) notes.Error(DeliveryText.ColumnTwice, null, 1, table.Header[i]);
            if (asked.Contains(table.Header[i])) continue;
            table.Skip(i);
            notes.Dropped(DeliveryText.ColumnUnknown, null, DeliveryText.Shown(table.Header[i]));
        }

        if (notes.Count(FeedNoteKind.Error) == before) return new(table, profile, notes);
        table.Dispose();
        return null;
    }

    /// <summary>The next row: null in <paramref name="row"/> where it is wrong or left out.</summary>
    public bool Next(out ProfileRow? row)
    {
        row = null;
        if (!_table.Next())
        {
            if (_table.Rows == 0) _notes.Error(DeliveryText.NoRows, null, 1);
            return false;
        }

        _errors = _notes.Count(FeedNoteKind.Error);
        IsLeftOut = Meets();
        if (IsLeftOut || IsWrong) return true;

        foreach (var (place, column) in _fields.Values)
        {
            if (column.Required && _table.IsEmpty(place)) _table.Error(place, DeliveryText.Required);
        }

        var read = Read();
        row = IsWrong ? null : read;
        return true;
    }

    /// <summary>What a column gives in this row; null where it is not read.</summary>
    public string? Shown(int place)
    {
        if (FieldOf(place) is not { } field || _table.Optional(place) is not { } value) return null;
        return _fields[field].Column.Values is { } map ? map.GetValueOrDefault(value) : value;
    }

    public ProfileField? FieldOf(int place) => _profile.Columns.FirstOrDefault(c => c.Header == Header[place])?.Field;

    public void Wrong(ProfileField field, Text reason) => _table.Error(_fields.TryGetValue(field, out var column) ? column.At : -1, reason);

    public void Dispose() => _table.Dispose();

    private bool Meets()
    {
        foreach (var (place, rule) in _rules)
        {
            var value = _table.Text(place);
            if (rule.Values is null ? value.Length == 0 : !rule.Values.Contains(value)) continue;
            if (rule.IsError) _table.Error(place, SchoolText.RowRejected);
            else
            {
                LeftOut++;
                return true;
            }
        }

        return false;
    }

    private ProfileRow Read()
    {
        var code = Value(ProfileField.InstitutionCode) ?? "";
        if (code.Length > 0 && !FieldRules.IsInstitutionCode(code)) Wrong(ProfileField.InstitutionCode, SchoolText.NotACode);

        var userId = Value(ProfileField.UserId, FieldRules.LongestUserId);
        if (userId is not null && !FieldRules.IsUserId(userId)) Wrong(ProfileField.UserId, SchoolText.NotAUserId);

        var mail = Value(ProfileField.Email, FieldRules.LongestMail);
        if (mail is not null && !FieldRules.IsMail(mail)) Wrong(ProfileField.Email, DeliveryText.NotMail);

        var window = new RosterWindow(Day(ProfileField.FirstDay), Day(ProfileField.LastDay) ?? Helsinki.Open);
        if (window.First > window.Last) Wrong(ProfileField.LastDay, DeliveryText.DaysReversed);
        return new(
            Value(ProfileField.Key) ?? "", Value(ProfileField.GivenName, FieldRules.LongestName) ?? "", Value(ProfileField.FamilyName, FieldRules.LongestName) ?? "", code,
            Value(ProfileField.SchoolName, FieldRules.LongestGroup), userId, mail, Class(code), [.. Groups(code)],
            Value(ProfileField.Role) is { } role ? Enum.Parse<SchoolRole>(role) : _profile.Role ?? SchoolRole.Staff, Value(ProfileField.Duty) ?? _profile.Duty, window,
            Value(ProfileField.Shielded) is { } shielded ? shielded == "true" : null);
    }

    private FedGroup? Class(string code)
    {
        if (Value(ProfileField.ClassName, FieldRules.LongestClass) is not { } name) return null;
        return new(Value(ProfileField.ClassKey) ?? $"{code}/{name}", GroupKind.Class, name, code);
    }

    private IEnumerable<FedGroup> Groups(string code)
    {
        if (Value(ProfileField.Groups, 4_000) is not { } groups) yield break;

        var names = _fields[ProfileField.Groups].Column.Separator is { Length: > 0 } separator
            ? groups.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [groups];
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (name.Length > FieldRules.LongestGroup) Wrong(ProfileField.Groups, DeliveryText.TooLong);
            yield return new($"{code}/{name}", GroupKind.Teaching, name, code);
        }
    }

    private DateOnly? Day(ProfileField field)
    {
        if (Value(field) is not { } value) return null;
        if (FieldRules.TryWrittenDay(value, out var day)) return day;

        Wrong(field, DeliveryText.NotADay);
        return null;
    }

    /// <summary>The value as the profile's map gives it; null where there is none.</summary>
    private string? Value(ProfileField field, int longest = FieldRules.LongestKey)
    {
        if (!_fields.TryGetValue(field, out var found) || _table.Optional(found.At) is not { } value) return null;
        if (value.Length > longest) Wrong(field, DeliveryText.TooLong);
        if (found.Column.Values is not { } map) return value;
        if (map.TryGetValue(value, out var mapped)) return mapped;

        Wrong(field, SchoolText.ValueUnmapped);
        return null;
    }
}
