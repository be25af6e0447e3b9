using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>What a check found on a day in the past.</summary>
public sealed record ClaimDay(string Key, DateTime At, ClaimOutcome Outcome, IReadOnlyList<long> Counts);

/// <summary>A confirmation that is in force.</summary>
public sealed record AttestationRow(AttestationId Id, string Claim, string Ground, DateOnly LastDay);

/// <summary>The page of those who answer for promises.</summary>
/// <param name="Mine">The owners in whose place the reader may confirm.</param>
public sealed record ClaimOverview(
    ClaimsSeen Claims, ILookup<string, ClaimDay> History, IReadOnlyDictionary<string, AttestationRow> Words, IReadOnlySet<ClaimOwner> Mine, bool MayWithdraw);

/// <summary>Reads how the promises stand and have stood: counts, never whose.</summary>
public sealed class ClaimQueries(TupaDb db, ClaimBoard board, Authorities authorities, TimeProvider clock)
{
    private static readonly TimeSpan Back = TimeSpan.FromDays(30);

    /// <summary>Null for one who answers for no promise: the page is then not there. Four statements.</summary>
    public async Task<ClaimOverview?> OverviewAsync(Actor by, CancellationToken stop = default)
    {
        var mine = new HashSet<ClaimOwner>();
        foreach (var owner in Enum.GetValues<ClaimOwner>())
        {
            if (await authorities.ShowsAsync(by.Person, ClaimOwners.Kind(owner), stop)) mine.Add(owner);
        }

        if (mine.Count == 0) return null;

        var now = clock.UtcNow();
        var since = now - Back;
        var runs = await db.Set<ClaimRun>().AsNoTracking().Where(r => r.At >= since).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToListAsync(stop);
        var words = await db.Set<Attestation>().AsNoTracking().Where(a => now < a.UntilUtc).OrderBy(a => a.UntilUtc).ThenBy(a => a.Id).ToListAsync(stop);
        return new(
            await board.ReadAsync(stop),
            runs.ToLookup(r => r.Key, r => new ClaimDay(r.Key, r.At, r.Outcome, ClaimCounts.Read(r.Counts)), StringComparer.Ordinal),
            words.GroupBy(w => w.Claim, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new AttestationRow(g.Last().Id, g.Key, g.Last().Ground, g.Last().LastDay), StringComparer.Ordinal),
            mine, mine.Contains(ClaimOwner.DataProtection));
    }
}
