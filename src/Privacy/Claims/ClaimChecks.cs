using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>How one check went.</summary>
/// <param name="Finding">Null where it did not run to its end.</param>
/// <param name="Failure">The type of what stopped it.</param>
public sealed record ClaimChecked(string Key, Text Promise, IReadOnlyList<Text> Counted, ClaimFinding? Finding, string? Failure);

/// <summary>
/// Runs the checks, each by itself so that one that breaks stops no other, and keeps what they found. When a promise turns out false,
/// whoever answers for it is told in the same writing.
/// </summary>
public sealed class ClaimChecks
{
    /// <summary>A green claim is proven once a day.</summary>
    internal static readonly TimeSpan Every = TimeSpan.FromHours(24);

    /// <summary>Whoever mends something need not wait until tomorrow to see that it is mended.</summary>
    internal static readonly TimeSpan Again = TimeSpan.FromMinutes(15);

    private static readonly Actor House = Actor.House("privacy.claims");

    private readonly IServiceScopeFactory _scopes;
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly Authorities _authorities;
    private readonly Notices _notices;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal ClaimChecks(IServiceScopeFactory scopes, TupaDb db, Writing writing, Authorities authorities, Notices notices, AuditLog audit, TimeProvider clock) =>
        (_scopes, _db, _writing, _authorities, _notices, _audit, _clock) = (scopes, db, writing, authorities, notices, audit, clock);

    /// <summary>The checks that are due now, in the order of the floors of their rooms.</summary>
    public async Task<IReadOnlyList<string>> DueAsync(CancellationToken stop = default)
    {
        var known = await _db.Set<ClaimRow>().AsNoTracking().ToDictionaryAsync(c => c.Key, StringComparer.Ordinal, stop);
        return [.. Keys().Where(k => IsDue(known.GetValueOrDefault(k)))];
    }

    /// <summary>Every check there is.</summary>
    public IReadOnlyList<string> Keys()
    {
        using var scope = _scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IClaimCheck>().Select(c => c.Key)];
    }

    /// <summary>Runs these checks; tells of each as soon as it has ended.</summary>
    public async Task<IReadOnlyList<ClaimChecked>> RunAsync(IReadOnlyCollection<string> keys, Action<ClaimChecked>? told = null, CancellationToken stop = default)
    {
        List<ClaimChecked> done = [];
        foreach (var key in keys)
        {
            var one = await CheckAsync(key, stop);
            done.Add(one);
            told?.Invoke(one);
        }

        return done;
    }

    private bool IsDue(ClaimRow? row) =>
        row is null || _clock.UtcNow() - row.TriedAt >= (row is { Outcome: ClaimOutcome.Holds or ClaimOutcome.NotInUse, Failure: null } ? Every : Again);

    private async Task<ClaimChecked> CheckAsync(string key, CancellationToken stop)
    {
        var at = _clock.UtcNow();
        await using var scope = _scopes.CreateAsyncScope();
        var check = scope.ServiceProvider.GetServices<IClaimCheck>().Single(c => c.Key == key);
        try
        {
            var finding = await check.CheckAsync(stop);
            if (finding.Counts.Count != check.Counted.Count) throw new InvalidOperationException("A check counts as many things as it names");
            await _writing.RunAsync(() => NoteAsync(check, at, finding, stop), stop);
            return new(key, check.Promise, check.Counted, finding, null);
        }
#pragma warning disable CA1031 // The others have nothing to do with it; that it did not run is kept, and shown as such.
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var kind = failure.GetType().Name;
            await _writing.RunAsync(() => NoteAsync(key, at, kind, stop), stop);
            return new(key, check.Promise, check.Counted, null, kind);
        }
    }

    private async Task<bool> NoteAsync(IClaimCheck check, DateTime at, ClaimFinding finding, CancellationToken stop)
    {
        var row = await RowAsync(check.Key, at, stop);
        var turned = row.Outcome != finding.Outcome;
        var again = !turned && row.RanAt is { } before && Helsinki.Day(before) == Helsinki.Day(at);
        (row.RanAt, row.Outcome, row.Since, row.Counts, row.Failure) = (_clock.UtcNow(), finding.Outcome, turned ? at : row.Since, ClaimCounts.Write(finding.Counts), null);
        var run = new ClaimRun { Id = Guid.CreateVersion7(), Key = check.Key, At = _clock.UtcNow(), Outcome = finding.Outcome, Counts = row.Counts };
        if (!again) _db.Add(run);
        if (turned) _audit.Write(House, $"privacy.claim.{Word(finding.Outcome)}.{check.Key}");
        await TellAsync(row, check, run.Id, stop);
        return true;
    }

    /// <summary>Once for each time that it turns out false; in a house in which nobody holds a power yet, as soon as somebody does.</summary>
    private async Task TellAsync(ClaimRow row, IClaimCheck check, Guid run, CancellationToken stop)
    {
        if (row.Outcome != ClaimOutcome.Broken) row.ToldAt = null;
        if (row.Outcome != ClaimOutcome.Broken || row.ToldAt is not null) return;

        var owners = await ClaimOwners.OfAsync(_authorities, check.Owner, stop);
        if (owners.Count == 0) return;

        await _notices.SendAsync([.. owners.Select(o => new Notice(o, NoticeKind.ClaimBroken, run, ThingKind: "claim"))], stop);
        row.ToldAt = _clock.UtcNow();
    }

    private async Task<bool> NoteAsync(string key, DateTime at, string failure, CancellationToken stop)
    {
        (await RowAsync(key, at, stop)).Failure = failure;
        return true;
    }

    private async Task<ClaimRow> RowAsync(string key, DateTime at, CancellationToken stop)
    {
        var row = await _db.Set<ClaimRow>().FirstOrDefaultAsync(c => c.Key == key, stop);
        if (row is null) _db.Add(row = new() { Key = key, TriedAt = at });
        row.TriedAt = at;
        return row;
    }

    private static string Word(ClaimOutcome outcome) => outcome switch
    {
        ClaimOutcome.Holds => "holds",
        ClaimOutcome.Broken => "broken",
        ClaimOutcome.NotInUse => "not-in-use",
    };
}

/// <summary>Who answers for a promise.</summary>
internal static class ClaimOwners
{
    public static AuthorityKind Kind(ClaimOwner owner) => owner switch
    {
        ClaimOwner.DataProtection => AuthorityKind.DataProtectionOfficer,
        ClaimOwner.Register => AuthorityKind.RegisterAdministrator,
        ClaimOwner.Security => AuthorityKind.SecurityOfficer,
        ClaimOwner.Operation => AuthorityKind.Operator,
    };

    /// <summary>Those who hold the power now; where nobody does, whoever looks after the statement as a whole, and else the operators.</summary>
    public static async Task<IReadOnlyList<PersonId>> OfAsync(Authorities authorities, ClaimOwner owner, CancellationToken stop)
    {
        foreach (var kind in new[] { Kind(owner), AuthorityKind.DataProtectionOfficer, AuthorityKind.Operator }.Distinct())
        {
            if (await authorities.HoldersAsync(kind, stop) is { Count: > 0 } holders) return holders;
        }

        return [];
    }
}

/// <summary>
/// Looks every few minutes which checks are due, and lets go of what is older than it has to be shown. Not in the first minute of a
/// process: whoever comes to a house that has just been opened is answered before it looks at itself.
/// </summary>
internal sealed class ClaimRounds(ClaimChecks checks, AttestationActions attestations, TupaDb db, Writing writing, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private static readonly long Began = TimeProvider.System.GetTimestamp();

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        if (TimeProvider.System.GetElapsedTime(Began) < Quiet) return new();

        var done = await checks.RunAsync(await checks.DueAsync(stop), stop: stop);
        await attestations.RemindAsync(stop);
        var limit = clock.UtcNow() - ClaimRun.Kept;
        if (await db.Set<ClaimRun>().AnyAsync(r => r.At < limit, stop))
            await writing.RunAsync(() => db.Set<ClaimRun>().Where(r => r.At < limit).ExecuteDeleteAsync(stop), stop);
        return new(done.Count, done.Count(c => c.Finding is not null), done.Count(c => c.Finding is not { Outcome: not ClaimOutcome.Broken }));
    }
}
