using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>How a promise stands now.</summary>
public enum ClaimLight
{
    /// <summary>Proven in time.</summary>
    Green,

    /// <summary>Not proven in time, or confirmed by somebody whose word is about to lapse.</summary>
    Amber,

    /// <summary>Found false: not said.</summary>
    Red,

    /// <summary>Nothing of the kind is in use here, or nobody has confirmed it: withheld.</summary>
    Off,
}

/// <summary>How a promise is shown to be kept.</summary>
public enum ClaimKind
{
    /// <summary>The house looks by itself.</summary>
    Automatic,

    /// <summary>Somebody whose role it is has confirmed it, until a day.</summary>
    Attested,

    /// <summary>Nobody has: the sentence is withheld.</summary>
    Unverified,
}

/// <summary>One promise and how it stands.</summary>
/// <param name="At">When it was proven or confirmed last; null for never.</param>
/// <param name="Since">Since when it has stood so.</param>
/// <param name="Until">The last day of a confirmation.</param>
/// <param name="Counts">What was counted, with its name.</param>
/// <param name="Failed">The last check did not run to its end.</param>
/// <param name="Told">Whoever answers for it knows that it is false.</param>
public sealed record ClaimStanding(
    string Key, Text? Promise, ClaimKind Kind, ClaimOwner Owner, ClaimLight Light, DateTime? At, DateTime? Since, DateOnly? Until,
    IReadOnlyList<(Text What, long Count)> Counts, bool Failed = false, bool Told = false);

/// <summary>All promises as they stand at one moment.</summary>
public sealed class ClaimsSeen(IReadOnlyList<ClaimStanding> all)
{
    private readonly Dictionary<string, ClaimStanding> _byKey = all.ToDictionary(c => c.Key, StringComparer.Ordinal);

    /// <summary>Those that the house proves by itself, in the order of its floors; then those that people confirm.</summary>
    public IReadOnlyList<ClaimStanding> All { get; } = all;

    /// <summary>The one that speaks for a sentence with these proofs: the worst of them. Null where there are none.</summary>
    /// <exception cref="KeyNotFoundException">A sentence names a proof that no room brings.</exception>
    public ClaimStanding? Of(IReadOnlyList<string> proofs) => proofs.Select(p => _byKey[p]).OrderByDescending(Weight).FirstOrDefault();

    private static int Weight(ClaimStanding claim) => claim.Light switch
    {
        ClaimLight.Red => 3,
        ClaimLight.Off => 2,
        ClaimLight.Amber => 1,
        ClaimLight.Green => 0,
    };
}

/// <summary>Reads how the promises stand: two statements.</summary>
public sealed class ClaimBoard
{
    /// <summary>A proof that is older than this is late: the check runs once a day.</summary>
    internal static readonly TimeSpan Late = TimeSpan.FromHours(26);

    private readonly TupaDb _db;
    private readonly IEnumerable<IClaimCheck> _checks;
    private readonly TimeProvider _clock;

    internal ClaimBoard(TupaDb db, IEnumerable<IClaimCheck> checks, TimeProvider clock) => (_db, _checks, _clock) = (db, checks, clock);

    public async Task<ClaimsSeen> ReadAsync(CancellationToken stop = default)
    {
        var now = _clock.UtcNow();
        var rows = await _db.Set<ClaimRow>().AsNoTracking().ToDictionaryAsync(c => c.Key, StringComparer.Ordinal, stop);
        var words = await _db.Set<Attestation>().AsNoTracking().Where(a => now < a.UntilUtc).OrderBy(a => a.UntilUtc).ThenBy(a => a.Id).ToListAsync(stop);
        return new([.. _checks.Select(c => Of(c, rows.GetValueOrDefault(c.Key), now)), .. AttestedClaims.All.Select(c => Of(c, words.LastOrDefault(w => w.Claim == c.Key), now))]);
    }

    private static ClaimStanding Of(IClaimCheck check, ClaimRow? row, DateTime now) => new(
        check.Key, check.Promise, ClaimKind.Automatic, check.Owner, Light(row, now), row?.RanAt, row?.Since, null,
        row is { RanAt: not null } ? [.. check.Counted.Zip(ClaimCounts.Read(row.Counts))] : [], row?.Failure is not null, row?.ToldAt is not null);

    private static ClaimLight Light(ClaimRow? row, DateTime now) => row switch
    {
        { Outcome: ClaimOutcome.Broken } => ClaimLight.Red,
        { RanAt: { } ran } when now - ran > Late => ClaimLight.Amber,
        { Outcome: ClaimOutcome.NotInUse } => ClaimLight.Off,
        { Outcome: ClaimOutcome.Holds } => ClaimLight.Green,
        _ => ClaimLight.Amber,
    };

    private static ClaimStanding Of(AttestedClaim claim, Attestation? word, DateTime now) => word is null
        ? new(claim.Key, null, ClaimKind.Unverified, claim.Owner, ClaimLight.Off, null, null, null, [])
        : new(claim.Key, null, ClaimKind.Attested, claim.Owner, word.UntilUtc - now <= Attestation.Soon ? ClaimLight.Amber : ClaimLight.Green, word.At, word.At, word.LastDay, []);
}
