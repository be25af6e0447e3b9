using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;
using Tupa.Spaces;

namespace Tupa.Demo;

/// <summary>Spaces, who is let in, and how far those who are printed have read, as rows.</summary>
internal sealed class SpaceRows(DemoTown town, TownKeys keys)
{
    /// <summary>By space: whether its members see each other. The rule of <see cref="GroupActions.RecountCloseAsync(GroupId, CancellationToken)"/>.</summary>
    public IReadOnlyList<bool> Close() =>
        [.. town.Spaces.Select(s => s.Confidentiality != TownConfidentiality.Open && town.Members(s).Count <= GroupActions.LargestClose)];

    public IEnumerable<AudienceRow> Audiences() => town.Spaces.Select(s => new AudienceRow
    {
        Id = keys.Audiences[s.Index],
        Space = keys.Spaces[s.Index],
        SpaceGroup = keys.Members[s.Index],
        Group = keys.Members[s.Index],
    });

    public IEnumerable<Space> Spaces() => town.Spaces.Select(s => new Space
    {
        Id = keys.Spaces[s.Index],
        Name = s.Name,
        Purpose = s.Purpose,
        Description = s.Description,
        Confidentiality = s.Confidentiality switch
        {
            TownConfidentiality.Open => Confidentiality.Open,
            TownConfidentiality.Confidential => Confidentiality.Confidential,
            _ => Confidentiality.Members,
        },
        RetentionClass = RetentionClassId.Default(s.Retention),
        Unit = keys.Units[s.Unit is { } unit && town.Units[unit].Kind != TownUnitKind.Organ ? unit : 0],
        Members = keys.Members[s.Index],
        Audience = keys.Audiences[s.Index],
        OpenedAt = keys.SpaceOpened[s.Index],
    });

    public IEnumerable<Inclusion> Inclusions()
    {
        foreach (var space in town.Spaces)
        {
            foreach (var group in space.Groups.DistinctBy(g => keys.Groups[g.Group]))
                yield return Of(space, keys.Groups[group.Group], AssignmentRows.Role(group.Role), Because.Inclusion);
            if (space.Confidentiality == TownConfidentiality.Open) yield return Of(space, GroupId.Staff, SpaceRole.Reader, Because.Open);
        }
    }

    /// <summary>Those who are printed have looked in some days ago, so that something is new to them, and not everything.</summary>
    public IEnumerable<ReadMark> ReadMarks(DateTime now)
    {
        foreach (var space in town.Spaces)
        {
            var members = town.Members(space).ToHashSet();
            foreach (var person in town.Printed.All.Where(members.Contains))
            {
                var days = 1 + (keys.Ids.Part("read", space.Index, person) * 6);
                yield return new ReadMark { Person = keys.People[person], Space = keys.Spaces[space.Index], SeenUntil = now.AddDays(-days) };
            }
        }
    }

    private Inclusion Of(TownSpace space, GroupId part, SpaceRole role, Because because) => new()
    {
        Whole = keys.Members[space.Index],
        Part = part,
        Because = because,
        Rank = (int)role,
        FromUtc = keys.SpaceOpened[space.Index],
        UntilUtc = Helsinki.Never,
    };
}
