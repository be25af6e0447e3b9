using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Changes, moves and ends the duties of one's people, where supervisors are the source; what another source says stays as it says.</summary>
public sealed class TeamActions
{
    private const string Ending = "register.team.end";

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly AssignmentActions _assignments;
    private readonly TeamAccess _teams;
    private readonly TeamRecords _records;
    private readonly TimeProvider _clock;

    internal TeamActions(TupaDb db, Writing writing, AuditLog audit, AssignmentActions assignments, TeamAccess teams, TeamRecords records, TimeProvider clock) =>
        (_db, _writing, _audit, _assignments, _teams, _records, _clock) = (db, writing, audit, assignments, teams, records, clock);

    /// <summary>
    /// Another duty or another unit from a day on: the old assignment ends and a new one begins, so that what both give goes on without
    /// a gap. The new one is answered for by the same head: who is to work elsewhere is proposed by the head there, and ended here.
    /// </summary>
    /// <param name="fresh">The id of the new assignment: said twice, it is one.</param>
    /// <param name="duty">A code of the coded list; null for none.</param>
    public Task<Refusal?> MoveAsync(AssignmentId fresh, AssignmentId id, UnitId? unit, string? duty, DateOnly? from, Actor by, CancellationToken stop = default) =>
        DoAsync("register.team.move", id, fresh, by, async open =>
        {
            var (row, today) = (open.Of.Row, _clock.Today());
            if (unit is not { } to || !open.Team.IsUnit(to)) return new Refusal(TeamText.NoUnit).At("unit");
            if (to != row.Unit && !open.Team.Units.Contains(to)) return new Refusal(TeamText.UnitElsewhere).At("unit");

            var coded = duty is null ? null : await TeamDuties.FindAsync(_db, duty, stop);
            if (duty is not null && coded is null && duty != open.Of.Duty) return new Refusal(TeamText.NoDuty).At("duty");
            coded ??= duty is null ? null : row.Duty;
            if (to == row.Unit && coded == row.Duty) return null;
            if (from is not { } said || said < today || said > row.LastDay) return new Refusal(TeamText.BadFrom(row.LastDay)).At("from");

            var day = said > row.FirstDay ? said : row.FirstDay;
            var heads = open.Of.Heads && to == row.Unit;
            if (heads && day > today) return new Refusal(TeamText.HeadAtOnce).At("from");

            var told = new NewAssignment(row.Person, row.Population, row.Kind, to, null, coded, row.Source, day, row.LastDay, to == row.Unit ? await GroupsAsync(row, stop) : [], row.StandsInFor, null, row.Record, await KeyAsync(row, to, coded, duty, stop));
            if (await _assignments.BeginAsync(fresh, told, by, stop) is { } refusal) return refusal;

            await HandOnAsync(row, fresh, to == row.Unit, stop);
            await _assignments.EndAsync([id], day <= today || day == row.FirstDay ? _clock.UtcNow() : Helsinki.StartOf(day), by, stop);
            await _records.HearAnewAsync(row, stop);
            return null;
        }, stop);

    /// <summary>Moves the last day, either way.</summary>
    /// <param name="lastDay">Inclusive, today at the earliest; null for an open end.</param>
    public Task<Refusal?> ExtendAsync(AssignmentId id, DateOnly? lastDay, Actor by, CancellationToken stop = default) => DoAsync("register.team.last-day", id, null, by, async open =>
    {
        var (row, day) = (open.Of.Row, lastDay ?? Helsinki.Open);
        if (day < _clock.Today() || day < row.FirstDay) return new Refusal(TeamText.BadLastDay).At("until");
        if (row.Kind == AssignmentKind.Substitute && lastDay is null) return new Refusal(TeamText.SubstituteEnds).At("until");

        // A sooner end takes along what hangs on the assignment; a later one gives back what it gave.
        if (day < row.LastDay) await _assignments.EndAsync([id], Helsinki.EndOf(day), by, stop);
        else await _assignments.MoveEndsAsync(new Dictionary<AssignmentId, DateOnly> { [id] = day }, _clock.UtcNow(), by, stop);
        await _records.HearAnewAsync(row, stop);
        return null;
    }, stop);

    /// <summary>Ends it with everything that it gave. What has ended already is as it was to be.</summary>
    /// <param name="lastDay">Inclusive, and not after the day that stands; null to end it now.</param>
    public Task<Refusal?> EndAsync(AssignmentId id, DateOnly? lastDay, Actor by, CancellationToken stop = default) => DoAsync(Ending, id, null, by, async open =>
    {
        var row = open.Of.Row;
        if (lastDay is { } day && (day < _clock.Today() || day < row.FirstDay || day > row.LastDay)) return new Refusal(TeamText.BadEnd(row.LastDay)).At("ends");

        await _assignments.EndAsync([id], lastDay is { } last ? Helsinki.EndOf(last) : _clock.UtcNow(), by, stop);
        await _records.LetGoAsync(row, stop);
        return null;
    }, stop);

    /// <param name="fresh">What the deed would make. Where it is here already the deed has been done; an id of somebody else's is no new one.</param>
    private Task<Refusal?> DoAsync(string deed, AssignmentId id, AssignmentId? fresh, Actor by, Func<(Team Team, TeamAssignment Of), Task<Refusal?>> work, CancellationToken stop) => _writing.RunAsync(async () =>
    {
        await _writing.InTurnAsync($"assignment {id}", stop);
        var open = by.Person is { } me ? await _teams.OpenAsync(id, me, stop) : null;
        if (open is not { } found) return _audit.Refused(by, deed, id.Value, Refusal.Absent);

        var whose = fresh is { } made ? await _db.Set<Assignment>().Where(a => a.Id == made).Select(a => (PersonId?)a.Person).FirstOrDefaultAsync(stop) : null;
        if (whose == found.Of.Row.Person) return null;
        var over = found.Of.Row.UntilUtc <= _clock.UtcNow();
        if (over && deed == Ending && found.Of.IsOwn) return null;
        if (whose is not null || over) return _audit.Refused(by, deed, id.Value, Refusal.Absent);

        var refusal = found.Of.IsOwn ? await work(found) : new Refusal(TeamText.KeptBy(found.Of.Row.Source));
        return refusal is null ? null : _audit.Refused(by, deed, id.Value, refusal);
    }, stop);

    /// <summary>Partners keep their sponsor; a unit keeps its head, and stand-ins the place that they stand in for, where the place is the same.</summary>
    private async Task HandOnAsync(Assignment old, AssignmentId fresh, bool samePlace, CancellationToken stop)
    {
        await _db.Set<Sponsorship>().Where(s => s.SponsorAssignment == old.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SponsorAssignment, fresh), stop);
        if (!samePlace) return;

        var (from, to) = ((AssignmentId?)old.Id, (AssignmentId?)fresh);
        await _db.Set<Unit>().Where(u => u.Head == from).ExecuteUpdateAsync(set => set.SetProperty(u => u.Head, to), stop);
        await _db.Set<Assignment>().Where(a => a.StandsInFor == from).ExecuteUpdateAsync(set => set.SetProperty(a => a.StandsInFor, to), stop);
    }

    /// <summary>The classes and teaching groups that the assignment gives: another duty in the same school keeps them.</summary>
    private async Task<List<GroupId>> GroupsAsync(Assignment row, CancellationToken stop)
    {
        var (cause, now) = (row.Id.Value, _clock.UtcNow());
        return await _db.Set<GroupMember>().Where(m => m.Cause == cause && m.Because == Because.Assignment && now < m.UntilUtc)
            .Join(_db.Set<Group>().Where(g => g.Kind == GroupKind.Class || g.Kind == GroupKind.Teaching), m => m.Group, g => g.Id, (m, g) => g.Id)
            .Distinct().ToListAsync(stop);
    }

    /// <summary>As a file of supervisors would call it; see <see cref="TeamKeys"/>.</summary>
    private async Task<string?> KeyAsync(Assignment row, UnitId unit, GroupId? duty, string? code, CancellationToken stop)
    {
        if (row.Record is null) return null;

        var coded = code ?? await _db.Set<Group>().Where(g => g.Id == duty).Select(g => g.Code).FirstOrDefaultAsync(stop);
        return TeamKeys.Of(unit, coded, row.StandsInFor);
    }
}
