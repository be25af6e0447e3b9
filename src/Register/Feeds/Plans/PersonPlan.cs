namespace Tupa.Register;

/// <summary>A value that a card gets, and whether only its source changes.</summary>
internal sealed record ValueChange(string Column, string? Value, bool OnlyOrigin = false);

/// <summary>The classes and teaching groups of an assignment that goes on: what is added and what ends.</summary>
internal sealed record Regrouping(Assignment Assignment, IReadOnlyList<GroupId> Added, IReadOnlyList<GroupId> Ended);

/// <summary>What hearing one record does.</summary>
internal sealed record PersonPlan(FedPerson Told, Present Present, StagedKind Kind)
{
    public IReadOnlyList<ValueChange> Values { get; init; } = [];

    /// <summary>Columns whose value this record held up and is silent about now: the others are heard anew.</summary>
    public bool LetsGo { get; init; }
    public bool? Shield { get; init; }
    public IReadOnlyList<FedAssignment> Begins { get; init; } = [];
    public IReadOnlyList<AssignmentId> Ends { get; init; } = [];
    public IReadOnlyDictionary<AssignmentId, DateOnly> Moves { get; init; } = new Dictionary<AssignmentId, DateOnly>();
    public IReadOnlyList<Regrouping> Regroups { get; init; } = [];

    /// <summary>Corrections that the source says right by now.</summary>
    public IReadOnlyList<Correction> Settled { get; init; } = [];

    /// <summary>Something in it is not known here yet, so that it must be heard again next time even if it is the same.</summary>
    public bool InPart { get; init; }

    /// <summary>Nothing it says leads to a place in the house: nobody is made of it.</summary>
    public bool Nowhere { get; init; }

    /// <summary>Whether the person, live in this feed before, has no assignment of it afterwards.</summary>
    public bool Leaves { get; init; }

    public bool ChangesNothing => Values.All(v => v.OnlyOrigin) && Shield is null && Begins.Count + Ends.Count + Moves.Count + Regroups.Count == 0;

    /// <summary>Names of what changes, for the diff and the counts.</summary>
    public IEnumerable<string> Fields => Values.Where(v => !v.OnlyOrigin).Select(v => v.Column)
        .Concat(Shield is null ? [] : [CardColumns.Shielded])
        .Concat(Begins.Count > 0 ? ["begins"] : Array.Empty<string>())
        .Concat(Ends.Count > 0 ? ["ends"] : Array.Empty<string>())
        .Concat(Moves.Count > 0 ? ["last_day"] : Array.Empty<string>())
        .Concat(Regroups.Count > 0 ? ["groups"] : Array.Empty<string>());
}
