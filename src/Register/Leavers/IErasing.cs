using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the room that erases lets the register know: whom it must keep, and what it has done. Queries, to put into queries.</summary>
public interface IErasing
{
    /// <summary>Those whom a legal hold keeps from erasure now.</summary>
    IQueryable<PersonId> Held { get; }

    /// <summary>The runs that have ended.</summary>
    IQueryable<ErasureDone> Done { get; }
}

/// <summary>One run of erasure, as a number.</summary>
public sealed record ErasureDone
{
    public required DateTime EndedAt { get; init; }

    /// <summary>Whole people, and cards of those who stay.</summary>
    public required int People { get; init; }
}
