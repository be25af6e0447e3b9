using Tupa.Kernel;

namespace Tupa.Demo;

/// <summary>A part of the city: the city itself, a sector, a service area, a unit, a school or an organ.</summary>
/// <param name="Key">What the lists call the unit: "digi", "04127", "valtuusto". Unique.</param>
/// <param name="Code">Five digits, for a school.</param>
/// <param name="District">0 for the city as it is at scale 1; the rest are more of the same.</param>
public sealed record TownUnit(
    int Index, int? Parent, TownUnitKind Kind, string Key, Text Name, string? Code, string Address, int District)
{
    /// <summary>The assignment that leads the unit; null while vacant, when the parent's head acts.</summary>
    public int? Head { get; internal set; }
}

/// <summary>A duty of the coded list; its holders are a group.</summary>
public sealed record TownDuty(int Index, string Code, Text Name);

/// <summary>Why a person is here. Days are inclusive; an open end is <see cref="Helsinki.Open"/>.</summary>
/// <param name="StandsInFor">The assignment a substitute or a personal deputy stands in for.</param>
/// <param name="Sponsor">The staff assignment that answers for a partner.</param>
/// <param name="Contract">The reference of the contract a partner works under.</param>
public sealed record TownAssignment(
    int Index, int Person, TownPopulation Population, int Unit, int Duty, TownAssignmentKind Kind,
    DateOnly FirstDay, DateOnly LastDay, int? StandsInFor = null, int? Sponsor = null, string? Contract = null);

public sealed record TownAuthority(int Assignment, TownAuthorityKind Kind, DateOnly LastDay);

/// <summary>A set of people. Members are persons, in the order they were added, without doubles.</summary>
/// <param name="Unit">The unit, organ or school it belongs to; null for duties and for groups made by hand.</param>
/// <param name="Teacher">The person who leads a class or a teaching group.</param>
public sealed record TownGroup(int Index, TownGroupKind Kind, string Name, int? Unit, int? Teacher, IReadOnlyList<int> Members);
