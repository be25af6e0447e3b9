using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Takes proposals back: whoever made one, and who answers for the person now, as long as nobody has decided.</summary>
public sealed class ProposalActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly TeamAccess _teams;
    private readonly TimeProvider _clock;

    internal ProposalActions(TupaDb db, Writing writing, AuditLog audit, TeamAccess teams, TimeProvider clock) =>
        (_db, _writing, _audit, _teams, _clock) = (db, writing, audit, teams, clock);

    /// <summary>Said twice, it is done once.</summary>
    /// <param name="id">Of an extension, or of the record of a colleague who is nobody yet.</param>
    public Task<Refusal?> WithdrawAsync(Guid id, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var (me, proposed, record) = (by.Person ?? new PersonId(Guid.Empty), new ExtensionId(id), new SourceRecordId(id));
        await _writing.InTurnAsync(ExtensionActions.TurnOf(proposed), stop);

        // Both are asked in any case: what is there and somebody else's costs what never was.
        var team = await _teams.OfAsync(me, stop);
        var extension = await _db.Set<Extension>().Where(e => e.Id == proposed)
            .Join(_db.Set<Assignment>(), e => e.Assignment, a => a.Id, (e, a) => new { Extension = e, a.Person, a.Population, a.Unit }).FirstOrDefaultAsync(stop);
        var colleague = await ProposalQueries.Typed(_db, me).FirstOrDefaultAsync(r => r.Id == record, stop);

        var mine = extension is not null && (extension.Extension.ProposedBy == by.Person
            || (extension is { Population: Population.Staff, Unit: { } unit } && team.AnswersFor(extension.Person, unit)));
        if (by.Person is null || (!mine && colleague is null)) return Refused(Refusal.Absent);
        if (mine && extension!.Extension.State is ExtensionState.Done or ExtensionState.Declined) return Refused(new(ProposalText.Decided));

        if (mine && extension!.Extension.State == ExtensionState.Proposed)
        {
            (extension.Extension.State, extension.Extension.DecidedBy, extension.Extension.DecidedAt) = (ExtensionState.Withdrawn, me, _clock.UtcNow());
            _audit.Write(by, "register.extension.withdrawn", extension.Extension.Assignment.Value, extension.Person);
        }

        if (colleague is { State: RecordState.Live })
        {
            // The record names nobody any more; the sweep takes it.
            (colleague.State, colleague.Said) = (RecordState.Ended, null);
            await _db.Set<SameTask>().Where(t => t.Record == colleague.Id).ExecuteDeleteAsync(stop);
            _audit.Write(by, "register.colleague.withdrawn", colleague.LastBatch);
        }

        return null;

        Refusal Refused(Refusal why) => _audit.Refused(by, "register.proposal.withdraw", id, why);
    }, stop);
}
