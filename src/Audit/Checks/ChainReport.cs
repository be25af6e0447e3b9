using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>What is wrong with the chain.</summary>
[Stored]
public enum ChainFaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A row is not what was sealed.</summary>
    Changed,

    /// <summary>A row that was sealed is gone, and not because its time was over.</summary>
    Missing,

    /// <summary>A row stands outside the chain, where none can have been added.</summary>
    Inserted,

    /// <summary>A seal is not what it was, or does not follow the one before.</summary>
    SealBroken,

    /// <summary>A seal is gone.</summary>
    SealMissing,

    /// <summary>A seal is not the one whose head is in the file outside the database.</summary>
    HeadDisagrees,

    /// <summary>The file outside the database is gone or changed.</summary>
    HeadsBroken,
}

/// <summary>The first thing that is wrong.</summary>
/// <param name="Row">The number of the row; null for what is no row.</param>
/// <param name="Entry">The id of the entry, where it is known.</param>
/// <param name="At">When the entry says that it was written; of what is gone, when it was sealed.</param>
/// <param name="Seal">The number of the seal; null for what is under none.</param>
/// <param name="Words">Of the file: what is wrong with it.</param>
public sealed record ChainFault(ChainFaultKind Kind, long? Row = null, Guid? Entry = null, DateTime? At = null, long? Seal = null, string? Words = null);

/// <summary>What a verification found.</summary>
/// <param name="From">The first seal that was looked at.</param>
/// <param name="Last">The last seal that was found good.</param>
/// <param name="Rows">How many rows were looked at and found as they were sealed.</param>
/// <param name="Gone">How many rows are gone because their time was over; their seals stand.</param>
/// <param name="Waiting">How many have been written since the last sealing.</param>
/// <param name="Left">How many seals an operator has said a database that was put back does not have.</param>
/// <param name="FirstAt">When the first row that was looked at was written.</param>
/// <param name="LastAt">As <paramref name="FirstAt"/>, of the last one.</param>
public sealed record ChainReport(
    long From, long Last, long Rows, long Seals, long Gone, long Waiting, long Left, DateTime? FirstAt, DateTime? LastAt, ChainFault Fault)
{
    public bool Holds => Fault.Kind == ChainFaultKind.None;
}
