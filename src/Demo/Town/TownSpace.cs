namespace Tupa.Demo;

/// <summary>A space with its purpose and its people; its posts come from <see cref="DemoTown.Posts()"/>.</summary>
/// <param name="Retention">A code of the city's plan: TT-01 … TT-23.</param>
/// <param name="Topics">The shelves of the post collection the space writes from, the first the oftenest.</param>
/// <param name="Posts">How many posts the space gets.</param>
public sealed record TownSpace(
    int Index, string Name, string Purpose, string Description, TownConfidentiality Confidentiality, string Retention, string Language,
    int? Unit, IReadOnlyList<int> Stewards, IReadOnlyList<TownSpaceGroup> Groups, IReadOnlyList<TownSpacePerson> Persons,
    IReadOnlyList<string> Topics, int Posts);

public sealed record TownSpaceGroup(int Group, TownRole Role);

/// <summary>A grant to one person; it always has a last day.</summary>
public sealed record TownSpacePerson(int Person, TownRole Role, DateOnly LastDay);
