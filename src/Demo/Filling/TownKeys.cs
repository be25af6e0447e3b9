using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Demo;

/// <summary>The keys under which the rows of the town stand, by the indexes of the town.</summary>
internal sealed class TownKeys
{
    /// <summary>The house opened so many days ago: a little before the first post.</summary>
    private const int DaysOpen = 432;

    private readonly Dictionary<(Source, DateOnly), Guid> _batches = [];

    public TownKeys(DemoTown town, ulong seed)
    {
        Ids = new DemoIds(seed);
        Opened = Helsinki.ToUtc(town.Today.AddDays(-DaysOpen).ToDateTime(new TimeOnly(7, 30)));
        Until = Helsinki.EndOf(town.Today.AddMonths(10));

        Arrived = new DateTime[town.People.Count];
        Array.Fill(Arrived, DateTime.MaxValue);
        foreach (var a in town.Assignments)
        {
            var at = Began(a.FirstDay, a.Person);
            if (at < Arrived[a.Person]) Arrived[a.Person] = at;
        }

        People = [.. Arrived.Select((at, i) => new PersonId(Ids.Make(at, "person", i)))];
        Assignments = [.. town.Assignments.Select(a => new AssignmentId(Ids.Make(Began(a.FirstDay, a.Index), "assignment", a.Index)))];
        Units = [.. town.Units.Select(u => new UnitId(Ids.Make(After(u.Index), "unit", u.Index)))];
        UnitGroups = [.. town.Units.Select(u => new GroupId(Ids.Make(After(u.Index), "unit-group", u.Index)))];
        Duties = [.. town.Duties.Select(d => new GroupId(Ids.Make(After(d.Index), "duty", d.Index)))];
        var duties = town.Duties.ToDictionary(d => d.Name.Fi, d => d.Index, StringComparer.Ordinal);
        Groups = [.. town.Groups.Select(g => g.Kind switch
        {
            TownGroupKind.Unit or TownGroupKind.Organ => UnitGroups[g.Unit!.Value],
            TownGroupKind.Duty => Duties[duties[g.Name]],
            _ => new GroupId(Ids.Make(After(g.Index), "group", g.Index)),
        })];

        var school = Helsinki.ToUtc(town.SchoolYear.First.ToDateTime(new TimeOnly(9, 0)));
        SpaceOpened = [.. town.Spaces.Select(s => (s.Retention == "TT-09" && town.SchoolYear.First < town.Today.AddDays(-21) ? school : Opened.AddHours(1)).AddMilliseconds(s.Index))];
        Spaces = [.. town.Spaces.Select(s => new SpaceId(Ids.Make(SpaceOpened[s.Index], "space", s.Index)))];
        Members = [.. town.Spaces.Select(s => new GroupId(Ids.Make(SpaceOpened[s.Index], "space-members", s.Index)))];
        Audiences = [.. town.Spaces.Select(s => new AudienceId(Ids.Make(SpaceOpened[s.Index], "audience", s.Index)))];
    }

    public DemoIds Ids { get; }

    public DateTime Opened { get; }

    /// <summary>Until when what people granted by hand lasts.</summary>
    public DateTime Until { get; }

    /// <summary>When each person came into the register.</summary>
    public DateTime[] Arrived { get; }

    public PersonId[] People { get; }

    public AssignmentId[] Assignments { get; }

    /// <summary>By unit; organs are groups alone and have no unit of this key.</summary>
    public UnitId[] Units { get; }

    /// <summary>By unit: everyone who works there or below, or the organ.</summary>
    public GroupId[] UnitGroups { get; }

    public GroupId[] Duties { get; }

    public GroupId[] Groups { get; }

    public DateTime[] SpaceOpened { get; }

    public SpaceId[] Spaces { get; }

    public GroupId[] Members { get; }

    public AudienceId[] Audiences { get; }

    /// <summary>The batch in which a source brought what it brought that day.</summary>
    public Guid Batch(Source source, DateTime at)
    {
        var key = (source, Helsinki.Day(at));
        if (_batches.TryGetValue(key, out var batch)) return batch;
        return _batches[key] = Ids.Make(Helsinki.StartOf(key.Item2), "batch", (key.Item2.DayNumber * 10) + (int)source);
    }

    /// <summary>A millisecond each, so that the keys of a table stand in the order in which its rows are written.</summary>
    public DateTime After(int index) => Opened.AddMilliseconds(index);

    private DateTime Began(DateOnly day, int index)
    {
        var at = Helsinki.StartOf(day);
        return (at < Opened ? Opened : at).AddMilliseconds(index);
    }
}
