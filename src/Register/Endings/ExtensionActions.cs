using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Proposes that an assignment goes on, and decides about it.</summary>
public sealed class ExtensionActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly Announcer _announcer;
    private readonly AssignmentActions _assignments;
    private readonly Authorities _authorities;
    private readonly ExtensionQueries _extensions;
    private readonly TimeProvider _clock;

    internal ExtensionActions(
        TupaDb db, Writing writing, AuditLog audit, Announcer announcer, AssignmentActions assignments, Authorities authorities, ExtensionQueries extensions, TimeProvider clock) =>
        (_db, _writing, _audit, _announcer, _assignments, _authorities, _extensions, _clock) = (db, writing, audit, announcer, assignments, authorities, extensions, clock);

    /// <summary>Two who decide at once, or decide and withdraw, come one after the other.</summary>
    internal static string TurnOf(ExtensionId id) => $"extension {id}";

    /// <summary>
    /// The supervisor's own to move where supervisors are the source: then it is done at once. Else it waits for a steward of the source.
    /// </summary>
    /// <param name="lastDay">Inclusive; after the day that stands, at most twelve months after it.</param>
    public Task<Refusal?> ProposeAsync(ExtensionId id, AssignmentId assignment, DateOnly? lastDay, string? reason, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await _writing.InTurnAsync($"extensions of {assignment}", stop);
        if (by.Person is not { } me || await _extensions.OneAsync(assignment, me, stop) is not { } end) return _audit.Refused(by, "register.extension.propose", assignment.Value, Refusal.Absent);
        if (await _db.Set<Extension>().AnyAsync(e => e.Id == id, stop)) return null;
        if (end.Source == Source.Sponsors) return Refused(EndingText.SponsorsRenew);
        var (why, day) = ((reason ?? "").Trim(), lastDay ?? default);
        List<Fault> faults = [];
        if (day <= end.LastDay || day > end.LastDay.AddMonths(12)) faults.Add(new("lastDay", EndingText.BadDay(end.LastDay)));
        if (why.Length is 0 or > Extension.LongestReason) faults.Add(new("reason", EndingText.ReasonNeeded));
        if (Refusal.Of(faults) is { } faulty) return _audit.Refused(by, "register.extension.propose", assignment.Value, faulty);
        if (await _db.Set<Extension>().AnyAsync(e => e.Assignment == assignment && e.State == ExtensionState.Proposed, stop)) return Refused(EndingText.Waiting);

        var own = end.Source == Source.Supervisors;
        var now = _clock.UtcNow();
        _db.Add(new Extension
        {
            Id = id,
            Assignment = assignment,
            LastDay = day,
            Reason = why,
            ProposedBy = me,
            ProposedAt = now,
            State = own ? ExtensionState.Done : ExtensionState.Proposed,
            DecidedBy = own ? me : null,
            DecidedAt = own ? now : null,
        });
        _audit.Write(by, "register.extension.proposed", assignment.Value, end.Person);
        if (own)
        {
            await _assignments.MoveEndsAsync(new Dictionary<AssignmentId, DateOnly> { [assignment] = day }, now, by, stop);
            return null;
        }

        await _writing.FlushAsync(stop);
        var stewards = (await _authorities.StewardsAsync(end.Source, stop)).Where(s => s != me).ToList();
        await _announcer.AnnounceAsync([new ExtensionProposed(id, me, stewards)], stop);
        return null;

        Refusal Refused(Text text) => _audit.Refused(by, "register.extension.propose", assignment.Value, text);
    }, stop);

    /// <summary>A steward of the source lets it go on, or declines; never about oneself.</summary>
    public Task<Refusal?> DecideAsync(ExtensionId id, bool goesOn, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        await _writing.InTurnAsync(TurnOf(id), stop);

        // Asked in any case: what is there and not for the one who asks costs what never was.
        var sources = by.Person is { } who ? (await _authorities.HeldAsync(who, stop)).Where(a => a.Kind == AuthorityKind.SourceSteward).ToList() : [];
        var found = await (
            from e in _db.Set<Extension>()
            join a in _db.Set<Assignment>() on e.Assignment equals a.Id
            where e.Id == id
            select new { Extension = e, a.Source, a.Person }).FirstOrDefaultAsync(stop);
        if (found is null || by.Person is not { } me || found.Person == me || !sources.Exists(a => a.Scope is null || a.Scope == found.Source.ToString()))
            return _audit.Refused(by, "register.extension.decide", id.Value, Refusal.Absent);
        if (found.Extension.State != ExtensionState.Proposed) return null;

        var now = _clock.UtcNow();
        (found.Extension.State, found.Extension.DecidedBy, found.Extension.DecidedAt) = (goesOn ? ExtensionState.Done : ExtensionState.Declined, me, now);
        if (goesOn) await _assignments.MoveEndsAsync(new Dictionary<AssignmentId, DateOnly> { [found.Extension.Assignment] = found.Extension.LastDay }, now, by, stop);
        _audit.Write(by, goesOn ? "register.extension.done" : "register.extension.declined", found.Extension.Assignment.Value, found.Person);
        return null;
    }, stop);
}
