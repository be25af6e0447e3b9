namespace Tupa.Demo;

/// <summary>Finds the groups that the list of spaces names, in one district.</summary>
internal sealed class GroupFinder
{
    private readonly TownDraft _draft;
    private readonly int _district;
    private readonly Dictionary<(TownGroupKind Kind, int? Unit), List<TownGroup>> _groups;
    private readonly ILookup<int, TownAssignment> _partners;
    private readonly Queue<TownGroup> _classes;

    public GroupFinder(TownDraft draft, int district)
    {
        _draft = draft;
        _district = district;
        var mine = draft.Groups.Where(g => g.Unit is not { } unit || draft.Units[unit].District == district || draft.Units[unit].District == 0).ToList();
        _groups = mine.GroupBy(g => (g.Kind, g.Unit)).ToDictionary(g => g.Key, g => g.ToList());
        _partners = draft.Assignments
            .Where(a => a.Population == TownPopulation.Partner && draft.Units[a.Unit].District == district)
            .ToLookup(a => a.Unit);
        _classes = new Queue<TownGroup>(mine.Where(g => g.Kind == TownGroupKind.Class && draft.Units[g.Unit.GetValueOrDefault()].District == district));
    }

    /// <summary>True when the space belongs to a unit that each district has, and to groups of such units only.</summary>
    public bool HasOwn(string[] row)
    {
        if (!_draft.HasUnit(row[4], _district)) return false;
        return row[6].Split('+', StringSplitOptions.TrimEntries).All(who =>
            who[0] is 'p' or 'c' or 't' or 's' || (who[0] == 'u' && _draft.HasUnit(who[2..], _district)));
    }

    public TownGroup NextClass() => _classes.Dequeue();

    public TownGroup Find(char kind, string name) => kind switch
    {
        'u' when Unit(name).Kind == TownUnitKind.Organ => Of(TownGroupKind.Organ, Unit(name).Index)[0],
        'u' => Of(TownGroupKind.Unit, Unit(name).Index)[0],
        's' => Of(TownGroupKind.School, Unit(name).Index)[0],
        'c' => OfSchool(TownGroupKind.Class, name),
        't' => OfSchool(TownGroupKind.Teaching, name),
        'd' => Of(TownGroupKind.Duty, null).First(g => g.Name == _draft.Duties[_draft.Duty(name)].Name.Fi),
        'h' => Of(TownGroupKind.HandMade, null).First(g => g.Name == name),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public IEnumerable<TownAssignment> Partners(string unit) => _partners[Unit(unit).Index];

    private TownUnit Unit(string key) => _draft.HasUnit(key, _district) ? _draft.Unit(key, _district) : _draft.Unit(key);

    private List<TownGroup> Of(TownGroupKind kind, int? unit) => _groups[(kind, unit)];

    private TownGroup OfSchool(TownGroupKind kind, string name)
    {
        var (school, group) = (name.Split('/')[0], name.Split('/')[1]);
        return Of(kind, Unit(school).Index).First(g => g.Name.StartsWith(group, StringComparison.Ordinal));
    }
}
