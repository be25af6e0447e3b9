using Tupa.Kernel;

namespace Tupa.Demo;

/// <summary>The town while it is being made.</summary>
internal sealed class TownDraft
{
    private readonly Dictionary<string, int> _unitByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _dutyByCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _personByName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _staffOfUnit = [];
    private int _phone = 116;

    public TownDraft(ulong seed, int scale, DateTime nowUtc)
    {
        Dice = new Dice(seed);
        Scale = scale;
        Now = DateTime.SpecifyKind(nowUtc, DateTimeKind.Utc);
        Today = Helsinki.Day(Now);
        var autumn = Today.Month >= 8 ? Today.Year : Today.Year - 1;
        SchoolYear = (new DateOnly(autumn, 8, 1), new DateOnly(autumn + 1, 7, 31));
        foreach (var row in Lines.Rows("Lists/duties"))
        {
            _dutyByCode.Add(row[0], Duties.Count);
            Duties.Add(new TownDuty(Duties.Count, row[0], new Text(Fi: row[1], Sv: row[2], En: row[3])));
        }
    }

    public Dice Dice { get; }

    public int Scale { get; }

    public DateTime Now { get; }

    public DateOnly Today { get; }

    public (DateOnly First, DateOnly Last) SchoolYear { get; }

    public List<TownUnit> Units { get; } = [];

    public List<TownDuty> Duties { get; } = [];

    public List<TownPerson> People { get; } = [];

    public List<TownAssignment> Assignments { get; } = [];

    public List<TownAuthority> Authorities { get; } = [];

    public List<TownGroup> Groups { get; } = [];

    public List<TownSpace> Spaces { get; } = [];

    /// <summary>Classes and teaching groups while the schools are being made; they become groups at the end.</summary>
    public List<TownGroup> Lessons { get; } = [];

    public NameMaker Names { get; } = new();

    public static string Key(string key, int district) => district == 0 ? key : $"{key}-{district + 1}";

    public TownUnit Unit(string key, int district = 0) => Units[_unitByKey[Key(key, district)]];

    public bool HasUnit(string key, int district = 0) => _unitByKey.ContainsKey(Key(key, district));

    public int Duty(string code) => _dutyByCode[code];

    /// <summary>The regular staff assignments of one unit, without the units below.</summary>
    public IReadOnlyList<int> StaffOf(int unit) => _staffOfUnit.TryGetValue(unit, out var staff) ? staff : [];

    /// <summary>The first person of that name.</summary>
    public TownPerson Called(string name) => People[_personByName[name]];

    public TownUnit AddUnit(int? parent, TownUnitKind kind, string key, Text name, string? code, string address, int district)
    {
        var unit = new TownUnit(Units.Count, parent, kind, Key(key, district), name, code, address, district);
        _unitByKey.Add(unit.Key, unit.Index);
        Units.Add(unit);
        return unit;
    }

    public TownPerson AddPerson(string given, string family, string language, bool shielded, int? avatar)
    {
        var person = new TownPerson(People.Count, given, family, Names.UserId(given, family), language, shielded, avatar);
        People.Add(person);
        _personByName.TryAdd(person.Name, person.Index);
        return person;
    }

    /// <summary>A grown-up with a card A in the unit.</summary>
    public TownPerson AddAdult(Dice dice, TownUnit unit, string language)
    {
        var (given, family) = NameMaker.Make(dice, language);
        return AddAdult(dice, given, family, language, unit, dice.Falls(0.005));
    }

    /// <param name="pictured">How likely it is that the person has added a picture.</param>
    public TownPerson AddAdult(Dice dice, string given, string family, string language, TownUnit unit, bool shielded = false, double pictured = 0.55)
    {
        var hasPicture = dice.Falls(pictured);
        var face = Avatars.Fitting(dice, NameMaker.IsMan(given));
        var picture = Avatars.FaceOrView(Dice.Fork("picture", People.Count), face);
        var person = AddPerson(given, family, language, shielded, hasPicture && !shielded ? picture : null);
        person.CardA = new TownCardA($"{person.UserId}@{DemoTown.MailDomain}", NextPhone(), unit.Address, unit.Name.Fi);
        return person;
    }

    /// <summary>Numbers after 040 000, of which nobody has one.</summary>
    public string NextPhone() => $"+35840000{++_phone:0000}";

    public TownAssignment Assign(
        int person, TownPopulation population, int unit, int duty, DateOnly first, DateOnly? last = null,
        TownAssignmentKind kind = TownAssignmentKind.Regular, int? standsInFor = null, int? sponsor = null, string? contract = null)
    {
        var assignment = new TownAssignment(
            Assignments.Count, person, population, unit, duty, kind, first, last ?? Helsinki.Open, standsInFor, sponsor, contract);
        Assignments.Add(assignment);
        if (population == TownPopulation.Staff && kind == TownAssignmentKind.Regular)
        {
            if (!_staffOfUnit.TryGetValue(unit, out var staff)) _staffOfUnit[unit] = staff = [];
            staff.Add(assignment.Index);
        }

        return assignment;
    }

    /// <summary>A day on which somebody began, most of them in the last years.</summary>
    public DateOnly Began(Dice dice)
    {
        var part = dice.Part();
        return Today.AddDays(-20 - (int)(part * part * 365 * 24));
    }

    /// <summary>The one who acts as head: the unit's own, or the nearest above.</summary>
    public int ActingHead(TownUnit unit)
    {
        for (var at = unit; ; at = Units[at.Parent.GetValueOrDefault()])
        {
            if (at.Head is { } head) return Assignments[head].Person;
            if (at.Parent is null) return 0;
        }
    }
}
