using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One of one's people as a round asks about them.</summary>
public sealed record ConfirmationRow(AssignmentId Assignment, PersonName Name, string What, DateOnly? LastDay, bool Confirmed);

/// <summary>What a round asks of a head.</summary>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record ConfirmationPageRows(ConfirmationRound Round, bool Open, IReadOnlyList<ConfirmationRow> Rows, string? Next);

/// <summary>How far a round has come in the whole house.</summary>
public sealed record ConfirmationState(ConfirmationRound Round, int Missing, int Heads);

/// <summary>Reads what a round of confirmation still asks. It asks of the staff who were here when it opened and have not left.</summary>
public sealed class ConfirmationQueries
{
    /// <summary>As many on a page as a head has in most units, so that one press confirms all.</summary>
    public const int PageSize = 200;

    private readonly TupaDb _db;
    private readonly TeamAccess _teams;
    private readonly PeopleNames _names;
    private readonly FeedAccess _access;
    private readonly TimeProvider _clock;

    internal ConfirmationQueries(TupaDb db, TeamAccess teams, PeopleNames names, FeedAccess access, TimeProvider clock) =>
        (_db, _teams, _names, _access, _clock) = (db, teams, names, access, clock);

    /// <summary>At most four statements, whatever the number of people.</summary>
    public async Task<ConfirmationPageRows> OfAsync(string? after, Actor by, CancellationToken stop = default)
    {
        var today = _clock.Today();
        var round = ConfirmationRound.Of(today);
        if (by.Person is not { } me) return new(round, round.IsOpen(today), [], null);

        var opens = round.Opens;
        var rows =
            from a in Asked(_db, await _teams.PeopleAsync(await _teams.OfAsync(me, stop), partners: false, stop), round)
            join p in _db.Set<Person>() on a.Person equals p.Id
            join duty in _db.Set<Group>() on a.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            join unit in _db.Set<Unit>() on a.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            select new
            {
                a.Id,
                a.Person,
                p.SortKey,
                a.LastDay,
                DutyFi = d.NameFi,
                DutySv = d.NameSv,
                UnitFi = u.NameFi,
                UnitSv = u.NameSv,
                Confirmed = _db.Set<TeamConfirmation>().Any(c => c.Assignment == a.Id && c.Round == opens),
            };
        if (TeamCursor.Of(after) is { } from) rows = rows.Where(r => SortKeys.FromOn(r.SortKey, from.SortKey) && (r.SortKey != from.SortKey || r.Id.CompareTo(from.Id) > 0));
        var read = await rows.OrderBy(r => r.SortKey).ThenBy(r => r.Id).Take(PageSize + 1).ToListAsync(stop);
        var shown = read.Take(PageSize).ToList();
        var named = await _names.ForAsync([.. shown.Select(r => r.Person).Distinct()], by, stop);
        return new(
            round, round.IsOpen(today),
            [.. shown.Select(r => new ConfirmationRow(r.Id, named[r.Person], TeamText.What(r.DutyFi, r.DutySv, r.UnitFi, r.UnitSv, Population.Staff), TeamText.Closed(r.LastDay), r.Confirmed))],
            read.Count > PageSize ? new TeamCursor(shown[^1].SortKey, shown[^1].Id).ToString() : null);
    }

    /// <summary>How many of their people each head has not confirmed yet. Two statements, whatever their number.</summary>
    public async Task<IReadOnlyDictionary<PersonId, int>> MissingAsync(ConfirmationRound round, CancellationToken stop = default)
    {
        var (now, opens) = (_clock.UtcNow(), round.Opens);
        var units = await HeadedUnits.OfAsync(_db, stop);
        var heads = units.Values.Select(u => u.Head).OfType<PersonId>().Distinct().ToList();

        // The heads one by one, for their own supervisor is another than that of the rest of the unit; all others as numbers.
        var missing = Asked(_db, _db.Set<Assignment>().Where(a => now < a.UntilUtc && a.Population == Population.Staff && a.Unit != null), round)
            .Where(a => !_db.Set<TeamConfirmation>().Any(c => c.Assignment == a.Id && c.Round == opens))
            .Select(a => new { Unit = a.Unit!.Value, Head = heads.Contains(a.Person) ? (PersonId?)a.Person : null });
        var counted = await missing.GroupBy(m => m).Select(g => new { g.Key.Unit, g.Key.Head, Count = g.Count() }).ToListAsync(stop);
        return counted.Select(c => (Supervisor: HeadTimes.Supervisor(c.Head ?? default, c.Unit, units, now), c.Count))
            .Where(c => c.Supervisor is not null).GroupBy(c => c.Supervisor!.Value, c => c.Count).ToDictionary(g => g.Key, g => g.Sum());
    }

    /// <summary>For who handles the source of supervisors; null for anyone else.</summary>
    public async Task<ConfirmationState?> StateAsync(Actor by, CancellationToken stop = default)
    {
        if (!(await _access.ShownAsync(by, stop)).Handled.Contains(Source.Supervisors)) return null;

        var round = ConfirmationRound.Of(_clock.Today());
        var missing = await MissingAsync(round, stop);
        return new(round, missing.Values.Sum(), missing.Count);
    }

    internal static IQueryable<Assignment> Asked(TupaDb db, IQueryable<Assignment> people, ConfirmationRound round)
    {
        var (opens, at) = (round.Opens, Helsinki.StartOf(round.Opens));
        return people.Where(a => a.FirstDay <= opens && db.Set<Person>().Any(p => p.Id == a.Person && p.CreatedAt <= at));
    }
}
