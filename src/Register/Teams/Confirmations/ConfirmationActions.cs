using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Confirms that one's people are still right.</summary>
public sealed class ConfirmationActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly IBulk _bulk;
    private readonly AuditLog _audit;
    private readonly TeamAccess _teams;
    private readonly TimeProvider _clock;

    internal ConfirmationActions(TupaDb db, Writing writing, IBulk bulk, AuditLog audit, TeamAccess teams, TimeProvider clock) =>
        (_db, _writing, _bulk, _audit, _teams, _clock) = (db, writing, bulk, audit, teams, clock);

    /// <summary>All of these at once, as they were seen; who is not one's own, or has been confirmed, is passed over. As many statements for two hundred as for one.</summary>
    /// <param name="opens">The day on which the round of the page opened: a page of an older round confirms nothing.</param>
    public Task<Refusal?> ConfirmAsync(DateOnly? opens, IReadOnlyCollection<AssignmentId> many, Actor by, CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        var round = ConfirmationRound.Of(_clock.Today());
        if (by.Person is not { } me) return _audit.Refused(by, "register.assignment.confirm", null, Refusal.Absent);
        if (opens != round.Opens) return _audit.Refused(by, "register.assignment.confirm", null, ConfirmationText.RoundOver);

        var (first, ids) = (round.Opens, many.Take(ConfirmationQueries.PageSize).ToList());
        var people = await _teams.PeopleAsync(await _teams.OfAsync(me, stop), partners: false, stop);
        var fresh = await ConfirmationQueries.Asked(_db, people, round)
            .Where(a => ids.Contains(a.Id) && !_db.Set<TeamConfirmation>().Any(c => c.Assignment == a.Id && c.Round == first))
            .Select(a => new { a.Id, a.Person }).ToListAsync(stop);
        if (fresh.Count == 0) return null;

        var now = _clock.UtcNow();
        await _bulk.InsertAsync(_db, fresh.Select(f => new TeamConfirmation { Assignment = f.Id, Round = first, ConfirmedBy = me, ConfirmedAt = now }), stop);
        foreach (var one in fresh) _audit.Write(by, "register.assignment.confirmed", one.Id.Value, one.Person);
        return null;
    }, stop);
}
