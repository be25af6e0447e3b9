using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What was typed of a new colleague.</summary>
/// <param name="Id">What the supervisors' record calls the person: said twice, it is one.</param>
/// <param name="Absent">The assignment that the colleague stands in for; null for a colleague of one's own.</param>
public sealed record ColleagueInput(
    Guid Id, string? GivenName, string? FamilyName, string? UserId, string? Email, string? Duty, Guid? Unit, string? FirstDay, string? LastDay, Guid? Absent)
{
    /// <summary>Further units of the head's, where the colleague works as well.</summary>
    public IReadOnlyList<Guid> AlsoUnits { get; init; } = [];

    /// <summary>Classes and teaching groups of the head's schools.</summary>
    public IReadOnlyList<Guid> Groups { get; init; } = [];
}

/// <summary>What came of a proposal.</summary>
/// <param name="Assignment">The new assignment; null where it waits until a steward has told whether the colleague is somebody who is here.</param>
public sealed record Proposed(AssignmentId? Assignment, Refusal? Refusal);

/// <summary>
/// Takes in new colleagues as a feed is heard: matched by keys and never by name, with the origin of every value. Who may be somebody
/// who is here already becomes a question for the steward of the source; everybody else is here at once.
/// </summary>
public sealed class ColleagueActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly TeamAccess _teams;
    private readonly FeedHearing _hearing;
    private readonly TimeProvider _clock;

    internal ColleagueActions(TupaDb db, Writing writing, AuditLog audit, TeamAccess teams, FeedHearing hearing, TimeProvider clock) =>
        (_db, _writing, _audit, _teams, _hearing, _clock) = (db, writing, audit, teams, hearing, clock);

    public async Task<Proposed> ProposeAsync(ColleagueInput told, Actor by, CancellationToken stop = default)
    {
        AssignmentId? made = null;
        var refusal = await _writing.RunAsync(async () =>
        {
            if (by.Person is not { } me) return Refused(Refusal.Absent);

            var key = told.Id.ToString("n");
            await _writing.InTurnAsync($"colleague {key}", stop);
            var absent = told.Absent is { } id ? await _teams.OpenAsync(new(id), me, stop) : null;
            var team = absent?.Team ?? await _teams.OfAsync(me, stop);
            var now = _clock.UtcNow();
            if (told.Absent is null ? team.Units.Count == 0 : absent is not { Of.Row: { Population: Population.Staff } row } || row.UntilUtc <= now) return Refused(Refusal.Absent);
            if (await _db.Set<SourceRecord>().AnyAsync(r => r.Source == Source.Supervisors && r.Feed == TeamRecords.Feed && r.Key == key, stop)) return null;

            var reading = ColleagueReading.Of(told, absent?.Of.Row, now);
            List<Fault> faults = [.. reading.Faults];
            if (absent is null && reading.Units.Any(u => !team.Units.Contains(u))) faults.Add(new("unit", TeamText.UnitElsewhere));
            if (told.Duty is { Length: > 0 } duty && await TeamDuties.FindAsync(_db, duty, stop) is null && duty != absent?.Of.Duty) faults.Add(new("duty", TeamText.NoDuty));
            if (absent is null && !await TeamGroups.AreOfAsync(_db, team, told.Groups, now, stop)) faults.Add(new("groups", TeamText.GroupElsewhere));
            if (Refusal.Of(faults) is { } wrong) return Refused(wrong);

            var batch = Batch.ByHand(TeamRecords.Feed, me, now);
            _db.Add(batch);
            _audit.Write(by, "register.colleague.proposed", batch.Id.Value);
            await _hearing.HearTypedAsync(batch, reading.Person!, by, stop);
            return null;

            Refusal Refused(Refusal why) => _audit.Refused(by, "register.colleague.propose", told.Absent, why);
        }, stop);
        if (refusal is null) made = await MadeAsync(told.Id.ToString("n"), stop);
        return new(made, refusal);
    }

    private Task<AssignmentId?> MadeAsync(string key, CancellationToken stop) => _db.Set<SourceRecord>().AsNoTracking()
        .Where(r => r.Source == Source.Supervisors && r.Feed == TeamRecords.Feed && r.Key == key)
        .Join(_db.Set<Assignment>(), r => (SourceRecordId?)r.Id, a => a.Record, (r, a) => (AssignmentId?)a.Id).OrderByDescending(a => a).FirstOrDefaultAsync(stop);
}
