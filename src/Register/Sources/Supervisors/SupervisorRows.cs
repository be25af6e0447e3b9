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
    private readonly NamedColumns _columns = new(table, SupervisorColumns.All);

    public Dictionary<string, (SupervisorPerson Person, List<SupervisorDuty> Duties)> People { get; } = new(StringComparer.Ordinal);

    public void Take()
    {
        _columns.Begin();
        var person = Person();
        var (unit, duty) = (Unit(), Duty());
        var (first, last) = (_columns.Day(SupervisorColumns.First), _columns.Day(SupervisorColumns.Last));
        if (first > last) _columns.Wrong(SupervisorColumns.Last, DeliveryText.DaysReversed);

        var absent = _columns.Optional(SupervisorColumns.Absent)?.ToLowerInvariant();
        if (absent is not null && last is null && _columns.IsEmpty(SupervisorColumns.Last)) _columns.Wrong(SupervisorColumns.Last, TeamText.SubstituteEnds);
        if (_columns.IsWrong || unit is not { } at) return;

        if (!People.TryGetValue(person.Key, out var known)) People[person.Key] = known = (person, []);
        else if (known.Person != person) _columns.Wrong(SupervisorColumns.Key, SchoolText.DifferentPerson);
        if (known.Duties.Exists(d => d.Unit == at && d.Duty == duty && d.Absent == absent)) _columns.Wrong(SupervisorColumns.Duty, SupervisorText.DutyTwice);
        known.Duties.Add(new(table.Line, at, duty, first, last ?? Helsinki.Open, absent));
    }

    private SupervisorPerson Person()
    {
        var (user, mail) = (_columns.Optional(SupervisorColumns.UserId), _columns.Optional(SupervisorColumns.Email));
        if (user is not null && !FieldRules.IsUserId(user)) _columns.Wrong(SupervisorColumns.UserId, SchoolText.NotAUserId);
        if (mail is not null && !FieldRules.IsMail(mail)) _columns.Wrong(SupervisorColumns.Email, DeliveryText.NotMail);
        return new(
            _columns.Required(SupervisorColumns.Key, FieldRules.LongestKey) ?? "", _columns.Required(SupervisorColumns.Given, FieldRules.LongestName) ?? "",
            _columns.Required(SupervisorColumns.Family, FieldRules.LongestName) ?? "", user, mail);
    }

    private UnitId? Unit()
    {
        if (_columns.Required(SupervisorColumns.Unit, FieldRules.LongestGroup) is not { } written) return null;

        var (unit, wrong) = places.UnitOf(written);
        if (wrong is { } why) _columns.Wrong(SupervisorColumns.Unit, why);
        return unit;
    }

    private string? Duty()
    {
        if (_columns.Optional(SupervisorColumns.Duty) is not { } written) return null;

        var duty = places.DutyOf(written);
        if (duty is null) _columns.Wrong(SupervisorColumns.Duty, SupervisorText.DutyUnknown);
        return duty;
    }
}
