namespace Tupa.Kernel;

/// <summary>
/// Proves one promise that the house makes about personal data (DESIGN: Claim). It belongs to the room that can prove it; the room of
/// privacy runs all of them, keeps what they found, and withdraws the sentence of one that is false.
/// </summary>
public interface IClaimCheck
{
    /// <summary>The room and what is proven: "register.partners". Kept for good: what was found in the past stands under it.</summary>
    string Key { get; }

    /// <summary>The promise, as a sentence of the statement.</summary>
    Text Promise { get; }

    /// <summary>What is counted, in the order of <see cref="ClaimFinding.Counts"/>. Counts only: evidence names nobody.</summary>
    IReadOnlyList<Text> Counted { get; }

    /// <summary>Who has to mend it, and is told as soon as it is false.</summary>
    ClaimOwner Owner { get; }

    /// <summary>Looks, and says what it found. What throws has not run, and proves nothing.</summary>
    Task<ClaimFinding> CheckAsync(CancellationToken stop);
}

/// <summary>Who answers for a promise: the holders of a power over the house.</summary>
public enum ClaimOwner
{
    DataProtection,
    Register,
    Security,
    Operation,
}

/// <summary>What a check found.</summary>
[Stored]
public enum ClaimOutcome
{
    Holds,
    Broken,

    /// <summary>Nothing in this installation that the promise could be about: the sentence is withheld, and nothing stands in for it.</summary>
    NotInUse,
}

/// <param name="Counts">As many as <see cref="IClaimCheck.Counted"/> names; below 0 for what is not known.</param>
public sealed record ClaimFinding(ClaimOutcome Outcome, params IReadOnlyList<long> Counts)
{
    public static ClaimFinding Of(bool holds, params IReadOnlyList<long> counts) => new(holds ? ClaimOutcome.Holds : ClaimOutcome.Broken, counts);
}
