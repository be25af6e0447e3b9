using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What rooms above say that people have made, row by row: the register counts it for those who tell whether two people are one, and shows none of it.</summary>
public interface IPersonMade
{
    /// <summary>A query, so that all rooms are asked in one statement.</summary>
    IQueryable<PersonMade> Of(IReadOnlyCollection<PersonId> people);
}

[Stored(Ordered = true)]
public enum MadeKind
{
    Posts = 10,
    Comments = 20,
    Reactions = 30,
    Confirmations = 40,
    Drafts = 50,
    Files = 60,
    Reports = 70,
}

/// <summary>One thing that somebody has made.</summary>
public sealed record PersonMade
{
    public required PersonId Person { get; init; }
    public required MadeKind Kind { get; init; }
}
