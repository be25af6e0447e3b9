using Tupa.Kernel;

namespace Tupa.Register;

internal sealed record RosterOrg(string Key, string Name, bool School, string? Code, string? Parent, int Line);

/// <summary>A user as a file of schools says it; nothing else of the row is read.</summary>
internal readonly record struct RosterUser(string Key, bool Enabled, string? UserId, string Given, string Family, string? Mail);

/// <param name="Role">By <see cref="SchoolRoles.All"/>.</param>
internal readonly record struct RosterRole(string User, string Org, int Role, bool Primary, RosterWindow Window)
{
    /// <summary>Whether the role is one that the house has heard of.</summary>
    public bool Known => Role >= 0;
}

/// <param name="Short">A shorter name, for the card where the title is too long for it.</param>
internal sealed record RosterClass(string Key, string Title, string? Short, bool Homeroom, string Org)
{
    /// <summary>What stands on the card; null where neither name has room there.</summary>
    public string? OnCard => new[] { Title, Short }.FirstOrDefault(n => n is { Length: > 0 and <= FieldRules.LongestClass });
}

internal readonly record struct RosterEnrolment(string Class, string User, RosterWindow Window);

/// <summary>Days from and to, both inclusive; no beginning where the source does not say.</summary>
internal readonly record struct RosterWindow(DateOnly? First, DateOnly Last)
{
    public static readonly RosterWindow Open = new(null, Helsinki.Open);

    public bool Covers(RosterWindow other) => (First is null || (other.First is { } first && First <= first)) && Last >= other.Last;

    public bool Holds(DateOnly day) => (First is null || First <= day) && day <= Last;

    /// <summary>What both hold; null where that is nothing.</summary>
    public RosterWindow? Within(RosterWindow other)
    {
        var first = First is null || other.First > First ? other.First : First;
        var last = Last < other.Last ? Last : other.Last;
        return first > last ? null : new(first, last);
    }
}

/// <summary>
/// A whole set of schools, classes, roles and enrolments, gathered for half a million people in little memory: a person is a number, a role
/// and an enrolment a few bytes. Names and addresses are not kept; they are read again when the people are given out.
/// </summary>
internal sealed class Roster(Institutions institutions, DateOnly today)
{
    private readonly Dictionary<string, int> _orgNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _classNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<RosterWindow, int> _windowNumbers = [];
    private readonly List<RosterOrg> _orgs = [];
    private readonly List<RosterClass> _classes = [];
    private readonly List<RosterWindow> _windows = [];
    private readonly SortedSet<int> _codeless = [];
    private readonly KeyTable _users = new();
    private readonly RowList<bool> _enabled = new();
    private readonly RowList<RoleRow> _roles = new();
    private readonly RowList<EnrolmentRow> _enrolments = new();
    private RowsByUser? _rolesOf;
    private RowsByUser? _enrolmentsOf;

    /// <summary>As of which day people are put together.</summary>
    public DateOnly Day { get; set; } = today;

    /// <summary>How many people are given out.</summary>
    public int Count { get; private set; }

    /// <summary>How many are not, because they have no role here, and because their account is switched off.</summary>
    public int Roleless { get; private set; }

    public int Disabled { get; private set; }

    public IReadOnlyList<FedUnit> Units => [.. _orgs.Where(o => o is { School: true, Code: not null }).DistinctBy(o => o.Code).Select(o => new FedUnit(o.Code!, o.Name, o.Code))];

    public IReadOnlyList<FedGroup> Groups => [.. _classes.Select(c => GroupOf(c, CodeOf(c.Org))).Where(g => g.Unit is not null)];

    public static FedGroup GroupOf(RosterClass one, string? code) => new(one.Key, one.Homeroom ? GroupKind.Class : GroupKind.Teaching, one.Title, code);

    /// <summary>False where the key is there already.</summary>
    public bool Add(RosterOrg org)
    {
        if (!_orgNumbers.TryAdd(org.Key, _orgs.Count)) return false;

        _orgs.Add(org);
        return true;
    }

    public bool Add(RosterClass one)
    {
        if (!_classNumbers.TryAdd(one.Key, _classes.Count)) return false;

        _classes.Add(one);
        return true;
    }

    /// <summary>The name, user ID and address of the user are not kept.</summary>
    public bool Add(RosterUser user)
    {
        if (!_users.Add(user.Key)) return false;

        _enabled.Add(user.Enabled);
        return true;
    }

    /// <summary>False where the place is above all schools: nobody is put there.</summary>
    public bool Add(RosterRole role)
    {
        if (Number(SchoolOf(role.Org)) is not { } school) return false;

        _roles.Add(new(_users.Find(role.User), school, WindowOf(role.Window), (byte)role.Role, role.Primary));
        return true;
    }

    public void Add(RosterEnrolment enrolment)
    {
        if (SchoolOf(_classes[_classNumbers[enrolment.Class]].Org) is { } school) Number(school);
        _enrolments.Add(new(_users.Find(enrolment.User), _classNumbers[enrolment.Class], WindowOf(enrolment.Window)));
    }

    public bool HasOrg(string key) => _orgNumbers.ContainsKey(key);

    public bool HasClass(string key) => _classNumbers.ContainsKey(key);

    public bool HasUser(string key) => _users.Find(key) >= 0;

    public IReadOnlyList<RosterOrg> Orgs => _orgs;

    /// <summary>The school that the part belongs to: itself, or the nearest above it. Null for what is above schools.</summary>
    public RosterOrg? SchoolOf(string key)
    {
        for (var steps = 0; steps < 20 && _orgNumbers.TryGetValue(key, out var number); steps++)
        {
            if (_orgs[number].School) return _orgs[number];
            if (_orgs[number].Parent is not { } parent) return null;
            key = parent;
        }

        return null;
    }

    /// <summary>What is left out, and what is lacking, in words; asked when all of it is there.</summary>
    /// <param name="nobody">How many roles were of guardians and others whom the statement does not know.</param>
    /// <param name="above">How many roles were above all schools.</param>
    public void Note(FeedNotes notes, string file, string column, int nobody, int above)
    {
        foreach (var org in _codeless.Select(n => _orgs[n])) notes.Error(SchoolText.NoCode, file, org.Line, column);
        if (notes.HasErrors) return;

        Settle();
        if (nobody > 0) notes.Remark(SchoolText.Nobody(nobody));
        if (above > 0) notes.Remark(SchoolText.AboveSchools(above));
        if (Roleless > 0) notes.Remark(SchoolText.Roleless(Roleless));
        if (Disabled > 0) notes.Remark(SchoolText.Disabled(Disabled));
    }

    /// <summary>Puts roles and enrolments in the order of the people.</summary>
    private void Settle()
    {
        _rolesOf = new(_users.Count, _roles.Count, i => _roles[i].User);
        _enrolmentsOf = new(_users.Count, _enrolments.Count, i => _enrolments[i].User);
        for (var user = 0; user < _users.Count; user++)
        {
            if (!_enabled[user]) Disabled++;
            else if (_rolesOf.Of(user).IsEmpty) Roleless++;
            else Count++;
        }
    }

    /// <summary>The person whole; null for one who is not here.</summary>
    public FedPerson? Person(RosterUser user)
    {
        var number = _users.Find(user.Key);
        if (!user.Enabled || _rolesOf!.Of(number) is not { IsEmpty: false } roles) return null;

        var person = new RosterPerson(user, institutions, Day);
        foreach (var row in roles)
        {
            var role = _roles[row];
            person.Add(_orgs[role.School], SchoolRoles.All[role.Role], role.Primary, _windows[role.Window]);
        }

        foreach (var row in _enrolmentsOf!.Of(number))
        {
            var one = _classes[_enrolments[row].Class];
            person.Join(one, CodeOf(one.Org), _windows[_enrolments[row].Window]);
        }

        return person.Whole();
    }

    private string? CodeOf(string org) => SchoolOf(org)?.Code;

    private int? Number(RosterOrg? school)
    {
        if (school is null) return null;

        var number = _orgNumbers[school.Key];
        if (school.Code is null) _codeless.Add(number);
        return number;
    }

    private int WindowOf(RosterWindow window)
    {
        if (_windowNumbers.TryGetValue(window, out var number)) return number;

        _windows.Add(window);
        return _windowNumbers[window] = _windows.Count - 1;
    }

    private readonly record struct RoleRow(int User, int School, int Window, byte Role, bool Primary);

    private readonly record struct EnrolmentRow(int User, int Class, int Window);
}
