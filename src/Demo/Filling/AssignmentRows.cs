using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Demo;

/// <summary>Why people are here and what that gives them, as rows.</summary>
internal sealed class AssignmentRows
{
    private readonly DemoTown _town;
    private readonly TownKeys _keys;
    private readonly ILookup<int, TownAssignment> _ofPerson;
    private readonly Dictionary<int, List<TownGroup>> _lessonsOf = [];
    private readonly Dictionary<int, List<TownGroup>> _handmadeOf = [];
    private readonly Dictionary<int, GroupId> _schoolGroups;
    private readonly Dictionary<int, List<(int Space, int Rank, DateTime Until)>> _grants = [];

    public AssignmentRows(DemoTown town, TownKeys keys)
    {
        (_town, _keys) = (town, keys);
        _ofPerson = town.Assignments.ToLookup(a => a.Person);
        _schoolGroups = town.Groups.Where(g => g.Kind == TownGroupKind.School).ToDictionary(g => g.Unit!.Value, g => keys.Groups[g.Index]);
        foreach (var group in town.Groups)
        {
            if (group.Kind is TownGroupKind.Class or TownGroupKind.Teaching) Note(_lessonsOf, group);
            if (group.Kind == TownGroupKind.HandMade) Note(_handmadeOf, group);
        }

        var year = Helsinki.EndOf(town.Today.AddMonths(12));
        foreach (var space in town.Spaces)
        {
            foreach (var steward in space.Stewards) Grant(steward, space.Index, SpaceRole.Steward, year);
            foreach (var person in space.Persons.Where(p => !space.Stewards.Contains(p.Person)))
                Grant(person.Person, space.Index, Role(person.Role), Helsinki.EndOf(person.LastDay));
        }
    }

    /// <summary>Those who are stood in for before those who stand in.</summary>
    public IEnumerable<Assignment> Assignments() => _town.Assignments.Select(a => new Assignment
    {
        Id = _keys.Assignments[a.Index],
        Person = _keys.People[a.Person],
        Population = a.Population switch
        {
            TownPopulation.Elected => Population.Elected,
            TownPopulation.Partner => Population.Partner,
            TownPopulation.Pupil => Population.Pupil,
            _ => Population.Staff,
        },
        Kind = a.Kind switch { TownAssignmentKind.Substitute => AssignmentKind.Substitute, TownAssignmentKind.Deputy => AssignmentKind.Deputy, _ => AssignmentKind.Regular },
        Unit = IsOrgan(a) ? null : _keys.Units[a.Unit],
        Organ = IsOrgan(a) ? _keys.UnitGroups[a.Unit] : null,
        Duty = _keys.Duties[a.Duty],
        StandsInFor = a.StandsInFor is { } other ? _keys.Assignments[other] : null,
        Source = PersonRows.SourceOf(a.Population),
        FirstDay = a.FirstDay,
        LastDay = a.LastDay,
        UntilUtc = Helsinki.EndOf(a.LastDay),
    });

    public IEnumerable<Sponsorship> Sponsorships() => _town.Assignments.Where(a => a.Sponsor is not null).Select(a => new Sponsorship
    {
        Id = new(_keys.Ids.Make(Helsinki.StartOf(a.FirstDay), "sponsorship", a.Index)),
        Assignment = _keys.Assignments[a.Index],
        SponsorAssignment = _keys.Assignments[a.Sponsor!.Value],
        SponsorEndsOn = _town.Assignments[a.Sponsor.Value].LastDay,
        StartsOn = a.FirstDay,
        EndsOn = a.LastDay,
        FromUtc = Helsinki.StartOf(a.FirstDay),
        UntilUtc = Helsinki.EndOf(a.LastDay),
        AgreedUntil = a.LastDay,
        ToldBy = _keys.People[_town.Assignments[a.Sponsor.Value].Person],
        ToldAt = Helsinki.StartOf(a.FirstDay),
        ContractReference = a.Contract!,
        Purpose = $"{_town.People[a.Person].CardA!.Organisation}: yhteistyö, {_town.Units[a.Unit].Name.Fi}",
    });

    /// <summary>Who heads which unit.</summary>
    public IEnumerable<(UnitId Unit, AssignmentId Head)> Heads() =>
        _town.Units.Where(u => u.Head is not null).Select(u => (_keys.Units[u.Index], _keys.Assignments[u.Head!.Value]));

    /// <summary>The first operator was made on the machine; the rest by a second person.</summary>
    public IEnumerable<Authority> Authorities()
    {
        var first = _town.Assignments[_town.Authorities[0].Assignment].Person;
        var second = _town.Authorities.Select(a => _town.Assignments[a.Assignment].Person).First(p => p != first);
        for (var i = 0; i < _town.Authorities.Count; i++)
        {
            var told = _town.Authorities[i];
            var holder = _town.Assignments[told.Assignment].Person;
            var from = _keys.Opened.AddHours(i);
            yield return new Authority
            {
                Id = new(_keys.Ids.Make(from, "authority", i)),
                Assignment = _keys.Assignments[told.Assignment],
                Kind = told.Kind switch
                {
                    TownAuthorityKind.Operator => AuthorityKind.Operator,
                    TownAuthorityKind.RegisterAdministrator => AuthorityKind.RegisterAdministrator,
                    TownAuthorityKind.DataProtectionOfficer => AuthorityKind.DataProtectionOfficer,
                    _ => AuthorityKind.SecurityOfficer,
                },
                FromUtc = from,
                UntilUtc = Helsinki.EndOf(told.LastDay),
                GrantedBy = i == 0 ? null : _keys.People[holder == first ? second : first],
            };
        }
    }

    /// <summary>Person by person: what each assignment gives by rule, groups made by hand, and the spaces one is in by name.</summary>
    public IEnumerable<GroupMember> Memberships() => _town.People.SelectMany(Memberships);

    private IEnumerable<GroupMember> Memberships(TownPerson person)
    {
        var me = _keys.People[person.Index];
        var used = Helsinki.EndOf(_ofPerson[person.Index].Select(a => a.LastDay).DefaultIfEmpty(Helsinki.Open).Max());
        foreach (var a in _ofPerson[person.Index])
        {
            var (from, until) = (Helsinki.StartOf(a.FirstDay), Helsinki.EndOf(a.LastDay));
            foreach (var group in ByRule(a))
                yield return new() { Person = me, Group = group, Cause = _keys.Assignments[a.Index].Value, Because = Because.Assignment, FromUtc = from, UntilUtc = until, Deputy = a.Kind == TownAssignmentKind.Deputy };
        }

        foreach (var group in _handmadeOf.GetValueOrDefault(person.Index, []))
        {
            var cause = _keys.Ids.Make(_keys.Opened, "handmade", group.Index, person.Index);
            yield return new() { Person = me, Group = _keys.Groups[group.Index], Cause = cause, Because = Because.Grant, FromUtc = _keys.Opened, UntilUtc = _keys.Until < used ? _keys.Until : used };
        }

        foreach (var (space, rank, until) in _grants.GetValueOrDefault(person.Index, []))
        {
            var from = _keys.SpaceOpened[space];
            var cause = _keys.Ids.Make(from, "grant", space, person.Index);
            yield return new()
            {
                Person = me,
                Group = _keys.Members[space],
                Cause = cause,
                Because = Because.Grant,
                Rank = rank,
                FromUtc = from,
                UntilUtc = until < used ? until : used,
                GrantedUntil = until,
                WhileStaff = rank == (int)SpaceRole.Steward,
            };
        }
    }

    /// <summary>The same groups as the register's own rule gives (<see cref="RuleGroups"/>), from the town instead of the database.</summary>
    private HashSet<GroupId> ByRule(TownAssignment a)
    {
        var groups = new HashSet<GroupId> { Everyone(a.Population), _keys.Duties[a.Duty] };
        if (IsOrgan(a)) groups.Add(_keys.UnitGroups[a.Unit]);
        if (a.Population == TownPopulation.Staff)
        {
            for (int? unit = a.Unit; unit is { } at; unit = _town.Units[at].Parent) groups.Add(_keys.UnitGroups[at]);
        }

        if (a.Population is TownPopulation.Staff or TownPopulation.Pupil && _schoolGroups.TryGetValue(a.Unit, out var school))
        {
            groups.Add(school);
            foreach (var lesson in _lessonsOf.GetValueOrDefault(a.Person, []))
            {
                if (lesson.Unit == a.Unit) groups.Add(_keys.Groups[lesson.Index]);
            }
        }

        if (a.StandsInFor is { } absent) groups.UnionWith(ByRule(_town.Assignments[absent]));
        return groups;
    }

    public static SpaceRole Role(TownRole role) => role switch
    {
        TownRole.Reader => SpaceRole.Reader,
        TownRole.Editor => SpaceRole.Editor,
        TownRole.Steward => SpaceRole.Steward,
        _ => SpaceRole.Contributor,
    };

    private static GroupId Everyone(TownPopulation population) => population switch
    {
        TownPopulation.Elected => GroupId.Elected,
        TownPopulation.Partner => GroupId.Partners,
        TownPopulation.Pupil => GroupId.Pupils,
        _ => GroupId.Staff,
    };

    private bool IsOrgan(TownAssignment a) => _town.Units[a.Unit].Kind == TownUnitKind.Organ;

    private void Grant(int person, int space, SpaceRole role, DateTime until)
    {
        if (!_grants.TryGetValue(person, out var grants)) _grants[person] = grants = [];
        grants.Add((space, (int)role, until));
    }

    private static void Note(Dictionary<int, List<TownGroup>> lists, TownGroup group)
    {
        foreach (var member in group.Members)
        {
            if (!lists.TryGetValue(member, out var groups)) lists[member] = groups = [];
            groups.Add(group);
        }
    }
}
