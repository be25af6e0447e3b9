using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Demo;

/// <summary>Units and groups as rows.</summary>
internal sealed class UnitRows(DemoTown town, TownKeys keys)
{
    /// <summary>The groups that units point at, and those that belong to no unit.</summary>
    public IEnumerable<Group> OwnGroups()
    {
        foreach (var unit in town.Units)
        {
            var organ = unit.Kind == TownUnitKind.Organ;
            var school = unit.Kind == TownUnitKind.School;
            yield return new Group
            {
                Id = keys.UnitGroups[unit.Index],
                Kind = organ ? GroupKind.Organ : GroupKind.Unit,
                NameFi = school ? $"{unit.Name.Fi}, henkilöstö" : unit.Name.Fi,
                NameSv = school ? $"{unit.Name.Sv}, personal" : unit.Name.Sv,
                Close = organ,
            };
        }

        foreach (var duty in town.Duties)
            yield return new Group { Id = keys.Duties[duty.Index], Kind = GroupKind.Duty, NameFi = duty.Name.Fi, NameSv = duty.Name.Sv, Code = duty.Code };
    }

    /// <summary>A parent before its children. Heads are set once there are assignments.</summary>
    public IEnumerable<Unit> Units() => town.Units.Where(u => u.Kind != TownUnitKind.Organ).Select(u => new Unit
    {
        Id = keys.Units[u.Index],
        Parent = u.Parent is { } parent ? keys.Units[parent] : null,
        Kind = u.Kind switch
        {
            TownUnitKind.City => UnitKind.City,
            TownUnitKind.Sector => UnitKind.Division,
            TownUnitKind.ServiceArea => UnitKind.ServiceArea,
            TownUnitKind.School => UnitKind.School,
            _ => UnitKind.Unit,
        },
        NameFi = u.Name.Fi,
        NameSv = u.Name.Sv,
        InstitutionCode = u.Code,
        Address = u.Address,
        Group = keys.UnitGroups[u.Index],
    });

    /// <summary>Schools, classes, teaching groups and groups made by hand.</summary>
    public IEnumerable<Group> Groups() => town.Groups.Where(IsOwn).Select(g => new Group
    {
        Id = keys.Groups[g.Index],
        Kind = g.Kind switch
        {
            TownGroupKind.School => GroupKind.School,
            TownGroupKind.Class => GroupKind.Class,
            TownGroupKind.Teaching => GroupKind.Teaching,
            _ => GroupKind.HandMade,
        },
        NameFi = g.Name,
        NameSv = g.Kind == TownGroupKind.School ? town.Units[g.Unit!.Value].Name.Sv : g.Name,
        Code = g.Kind is TownGroupKind.Class or TownGroupKind.Teaching ? $"{town.Units[g.Unit!.Value].Code}-{town.SchoolYear.First.Year}-{g.Index}" : null,
        Unit = g.Unit is { } unit ? keys.Units[unit] : null,
        Close = g.Kind is TownGroupKind.Class or TownGroupKind.Teaching,
    });

    /// <summary>The members' groups of the spaces.</summary>
    public IEnumerable<Group> SpaceGroups(IReadOnlyList<bool> close) => town.Spaces.Select(s => new Group
    {
        Id = keys.Members[s.Index],
        Kind = GroupKind.SpaceMembers,
        NameFi = AudienceText.MembersOfSpace.Fi,
        NameSv = AudienceText.MembersOfSpace.Sv,
        Close = close[s.Index],
    });

    public static bool IsOwn(TownGroup group) =>
        group.Kind is TownGroupKind.School or TownGroupKind.Class or TownGroupKind.Teaching or TownGroupKind.HandMade;
}
