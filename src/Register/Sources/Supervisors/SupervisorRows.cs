using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Somebody as the supervisors' file names them; all rows of one key must say the same.</summary>
internal sealed record SupervisorPerson(string Key, string GivenName, string FamilyName, string? UserId, string? Email);

/// <summary>A duty of somebody, on one line.</summary>
/// <param name="Absent">The user ID of the one stood in for; null for who stands in for nobody.</param>
internal sealed record SupervisorDuty(int Line, UnitId Unit, string? Duty, DateOnly? First, DateOnly Last, string? Absent);

/// <summary>The rows of the supervisors' file, checked one by one.</summary>
internal sealed class SupervisorRows(CsvTable table, SupervisorPlaces places)
{
    private readonly Dictionary<string, int> _columns = SupervisorColumns.All.ToDictionary(c => c, table.Find, StringComparer.Ordinal);
    private bool _wrong;

    public Dictionary<string, (SupervisorPerson Person, List<SupervisorDuty> Duties)> People { get; } = new(StringComparer.Ordinal);

    /// <summary>False where a column is missing or stands twice. What is not known is never read.</summary>
    public static bool HasHeader(CsvTable table, FeedNotes notes)
    {
        foreach (var column in SupervisorColumns.Needed.Where(c => table.Find(c) < 0)) notes.Error(DeliveryText.ColumnMissing, null, 1, column);
        for (var i = 0; i < table.Header.Count; i++)
        {
            if (SupervisorColumns.All.Contains(table.Header[i]))
            {
                if (table.Find(table.Header[i]) != i) notes.Error(DeliveryText.ColumnTwice, null, 1, table.Header[i]);
                continue;
            }

            table.Skip(i);
            notes.Dropped(DeliveryText.ColumnUnknown, null, DeliveryText.Shown(table.Header[i]));
        }

        return !notes.HasErrors;
    }

    public void Take()
    {
        _wrong = false;
        var person = Person();
        var (unit, duty) = (Unit(), Duty());
        var (first, last) = (Day(SupervisorColumns.First), Day(SupervisorColumns.Last));
        if (first > last) Wrong(SupervisorColumns.Last, DeliveryText.DaysReversed);

        var absent = Optional(SupervisorColumns.Absent)?.ToLowerInvariant();
        if (absent is not null && last is null && table.IsEmpty(_columns[SupervisorColumns.Last])) Wrong(SupervisorColumns.Last, TeamText.SubstituteEnds);
        if (_wrong || unit is not { } at) return;

        if (!People.TryGetValue(person.Key, out var known)) People[person.Key] = known = (person, []);
        else if (known.Person != person) Wrong(SupervisorColumns.Key, SchoolText.DifferentPerson);
        if (known.Duties.Exists(d => d.Unit == at && d.Duty == duty && d.Absent == absent)) Wrong(SupervisorColumns.Duty, SupervisorText.DutyTwice);
        known.Duties.Add(new(table.Line, at, duty, first, last ?? Helsinki.Open, absent));
    }

    private SupervisorPerson Person()
    {
        var (user, mail) = (Optional(SupervisorColumns.UserId), Optional(SupervisorColumns.Email));
        if (user is not null && !FieldRules.IsUserId(user)) Wrong(SupervisorColumns.UserId, SchoolText.NotAUserId);
        if (mail is not null && !FieldRules.IsMail(mail)) Wrong(SupervisorColumns.Email, DeliveryText.NotMail);
        return new(
            Required(SupervisorColumns.Key, FieldRules.LongestKey) ?? "", Required(SupervisorColumns.Given, FieldRules.LongestName) ?? "",
            Required(SupervisorColumns.Family, FieldRules.LongestName) ?? "", user, mail);
    }

    private UnitId? Unit()
    {
        if (Required(SupervisorColumns.Unit, FieldRules.LongestGroup) is not { } written) return null;

        var (unit, wrong) = places.UnitOf(written);
        if (wrong is { } why) Wrong(SupervisorColumns.Unit, why);
        return unit;
    }

    private string? Duty()
    {
        if (Optional(SupervisorColumns.Duty) is not { } written) return null;

        var duty = places.DutyOf(written);
        if (duty is null) Wrong(SupervisorColumns.Duty, SupervisorText.DutyUnknown);
        return duty;
    }

    private string? Optional(string column) => _columns[column] < 0 ? null : table.Optional(_columns[column]);

    private string? Required(string column, int longest)
    {
        var value = table.Optional(_columns[column]);
        if (value is null) Wrong(column, DeliveryText.Required);
        else if (value.Length > longest) Wrong(column, DeliveryText.TooLong);
        return value;
    }

    private DateOnly? Day(string column)
    {
        var value = table.Span(_columns[column]);
        if (value.IsEmpty) return null;
        if (FieldRules.TryWrittenDay(value, out var day)) return day;

        Wrong(column, DeliveryText.NotADay);
        return null;
    }

    private void Wrong(string column, Text reason)
    {
        _wrong = true;
        table.Error(_columns[column], reason);
    }
}
