using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Privacy;

/// <summary>How many are due, and by when. Counts only.</summary>
/// <param name="Overdue">Their day has passed: must be none.</param>
/// <param name="Held">Due within the thirty days and kept by a legal hold.</param>
public sealed record DueCounts(int Overdue, int Today, int Week, int Month, int Held);

/// <summary>A hold in force. It names the held by its own number alone; who placed it knows why.</summary>
public sealed record HoldRow(LegalHoldId Id, string Reason, DateTime PlacedAt, DateOnly LastDay, DateTime UntilUtc, bool Confirmed, bool Mine, bool EndAsked, bool AskedByMe);

/// <summary>A certificate.</summary>
/// <param name="Whole">Its digest is what it was when it was made.</param>
public sealed record ErasureRow(
    ErasureId Id, ErasureCause Cause, DateTime BegunAt, DateTime? EndedAt, int People, int Cards, int Failed, int Held,
    IReadOnlyDictionary<string, int> Rooms, string Left, string? Digest, bool Whole);

/// <summary>An erasure that a room stands in the way of, without whose it is.</summary>
public sealed record StuckRow(string Rooms, string Failures, DateTime Since, int Tries, int People);

/// <summary>The page of the data protection officer.</summary>
public sealed record ErasureOverview(
    EraseBy Rule, DueCounts Due, IReadOnlyList<HoldRow> Holds, IReadOnlyList<ErasureRow> Runs, IReadOnlyList<StuckRow> Stuck, JobRun? LastNight, bool MayPlace);

/// <summary>Reads what has been erased and what is due: counts, certificates, holds.</summary>
public sealed class ErasureQueries(
    TupaDb db, Writing writing, Authorities authorities, Leavers leavers, JobRuns jobs, AuditLog audit, EraseBy rule, TimeProvider clock)
{
    private const int Latest = 30;

    /// <summary>Who looks after personal data, and so may see what is due and be the second person of a hold.</summary>
    internal static bool Sees(AuthorityKind kind) =>
        kind is AuthorityKind.DataProtectionOfficer or AuthorityKind.RegisterAdministrator or AuthorityKind.Operator;

    /// <summary>Null for one who has none of these authorities: the page is then not there. The view is noted.</summary>
    public async Task<ErasureOverview?> OverviewAsync(Actor by, CancellationToken stop = default)
    {
        var officer = await authorities.ShowsAsync(by.Person, AuthorityKind.DataProtectionOfficer, stop);
        if (!officer && !await authorities.ShowsAsync(by.Person, AuthorityKind.RegisterAdministrator, stop)
            && !await authorities.ShowsAsync(by.Person, AuthorityKind.Operator, stop)) return null;

        await writing.RunAsync(() =>
        {
            audit.Write(by, "privacy.erasures.viewed");
            return Task.FromResult(true);
        }, stop);
        var (runs, stuck) = await RunsAsync(stop);
        return new(rule, await DueAsync(stop), await HoldsAsync(by, stop), runs, stuck, await jobs.LastAsync<ErasureNight>(stop), MayPlace: officer);
    }

    /// <summary>How many are held now: what every claim about the nine months says beside it.</summary>
    public Task<int> HeldAsync(CancellationToken stop = default) => LegalHold.At(db, clock.UtcNow()).Distinct().CountAsync(stop);

    /// <summary>What the last run could not make leave the files; empty where nothing.</summary>
    internal async Task<string> LeftAsync(CancellationToken stop) =>
        await db.Set<Erasure>().Where(e => e.EndedAt != null).OrderByDescending(e => e.EndedAt).Select(e => e.Left).FirstOrDefaultAsync(stop) ?? "";

    private async Task<DueCounts> DueAsync(CancellationToken stop)
    {
        var today = clock.Today();
        var (past, now, week, month) = (rule.EndedBy(today.AddDays(-1)), rule.EndedBy(today), rule.EndedBy(today.AddDays(7)), rule.EndedBy(today.AddDays(30)));
        var held = LegalHold.At(db, clock.UtcNow());
        var counts = await leavers.EndedBy(month)
            .Select(l => new { Held = held.Contains(l.Person), When = l.EndedAt <= past ? 0 : l.EndedAt <= now ? 1 : l.EndedAt <= week ? 2 : 3 })
            .GroupBy(l => new { l.Held, l.When })
            .Select(g => new { g.Key.Held, g.Key.When, People = g.Count() }).ToListAsync(stop);
        int Of(int when) => counts.Where(c => !c.Held && c.When == when).Sum(c => c.People);
        return new(Of(0), Of(1), Of(2), Of(3), counts.Where(c => c.Held).Sum(c => c.People));
    }

    private async Task<IReadOnlyList<HoldRow>> HoldsAsync(Actor by, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var holds = await db.Set<LegalHold>().Where(h => now < h.UntilUtc).OrderBy(h => h.UntilUtc).ThenBy(h => h.Id).ToListAsync(stop);
        return [.. holds.Select(h => new HoldRow(
            h.Id, h.Reason, h.PlacedAt, h.LastDay, h.UntilUtc, h.ConfirmedAt is not null, h.Owner == by.Person, h.EndAskedAt is not null, h.EndAskedBy == by.Person))];
    }

    /// <summary>The latest runs, and what they could not erase: whoever is stuck was tried in one of them.</summary>
    private async Task<(IReadOnlyList<ErasureRow> Runs, IReadOnlyList<StuckRow> Stuck)> RunsAsync(CancellationToken stop)
    {
        var rows = await db.Set<Erasure>().OrderByDescending(e => e.BegunAt).Take(Latest)
            .Select(e => new { Run = e, Stuck = db.Set<ErasureTask>().Where(t => t.Run == e.Id).ToList() })
            .AsSingleQuery().ToListAsync(stop);
        return (
            [.. rows.Select(r => new ErasureRow(
                r.Run.Id, r.Run.Cause, r.Run.BegunAt, r.Run.EndedAt, r.Run.People, r.Run.Cards, r.Run.Failed, r.Run.Held, r.Run.ByRoom(), r.Run.Left, r.Run.Digest, Certificate.Holds(r.Run)))],
            [.. rows.SelectMany(r => r.Stuck).GroupBy(t => (t.Rooms, t.Failures))
                .Select(g => new StuckRow(g.Key.Rooms, g.Key.Failures, g.Min(t => t.Since), g.Max(t => t.Tries), g.Count()))
                .OrderBy(s => s.Since)]);
    }
}
