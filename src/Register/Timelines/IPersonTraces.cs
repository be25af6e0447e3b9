using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a higher room adds to the timeline of a person: states and times, never content.</summary>
public interface IPersonTraces
{
    /// <summary>A query, so that all rooms are asked in one statement; every column comes from a table, for the rooms' queries are laid end to end.</summary>
    IQueryable<PersonTrace> Of(PersonId person);
}

[Stored(Ordered = true)]
public enum TraceKind
{
    /// <summary>There is an account.</summary>
    Account = 10,

    /// <summary>A source has cut sign-in.</summary>
    AccountCut = 20,

    /// <summary>A legal hold keeps the data.</summary>
    Held = 30,
}

/// <summary>One state of a person, since when and until when.</summary>
public sealed record PersonTrace
{
    public required TraceKind Kind { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The same as <see cref="At"/> where it has no end of its own.</summary>
    public required DateTime Until { get; init; }
}
