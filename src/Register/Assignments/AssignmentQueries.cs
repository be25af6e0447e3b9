using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>An assignment as pages show it.</summary>
/// <param name="Place">The unit, school or organ.</param>
/// <param name="LastDay">Null where it is open.</param>
/// <param name="StandsInFor">Whose place a substitute or deputy takes; null elsewhere.</param>
/// <param name="StoodInBy">Who stands in now.</param>
/// <param name="Opens">What it gives: the groups behind it.</param>
/// <param name="Powers">What powers stand on it now; they last no longer than it.</param>
public sealed record AssignmentRow(
    AssignmentId Id, Population Population, AssignmentKind Kind, string? Duty, string? Place, DateOnly FirstDay, DateOnly? LastDay,
    PersonId? StandsInFor, IReadOnlyList<PersonId> StoodInBy, IReadOnlyList<string> Opens, IReadOnlyList<HeldAuthority> Powers, bool Current);

/// <summary>Reads why people are here.</summary>
public sealed class AssignmentQueries(TupaDb db, TimeProvider clock)
{
    /// <summary>The assignments that last or are to come, current ones first. One statement.</summary>
    /// <param name="given">What each gives.</param>
    public async Task<IReadOnlyList<AssignmentRow>> OfAsync(PersonId person, ILookup<Guid, string> given, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var today = clock.Today();
        var rows = await (
            from a in db.Set<Assignment>().Where(a => a.Person == person && now < a.UntilUtc)
            join duty in db.Set<Group>() on a.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            join unit in db.Set<Unit>() on a.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            join organ in db.Set<Group>() on a.Organ equals organ.Id into organs
            from o in organs.DefaultIfEmpty()
            select new
            {
                a.Id,
                a.Population,
                a.Kind,
                DutyFi = d.NameFi,
                DutySv = d.NameSv,
                UnitFi = u.NameFi,
                UnitSv = u.NameSv,
                OrganFi = o.NameFi,
                OrganSv = o.NameSv,
                a.FirstDay,
                a.LastDay,
                StandsInFor = db.Set<Assignment>().Where(s => s.Id == a.StandsInFor).Select(s => (PersonId?)s.Person).FirstOrDefault(),
                StoodInBy = db.Set<Assignment>().Where(s => s.StandsInFor == a.Id && s.FirstDay <= today && now < s.UntilUtc).Select(s => s.Person).ToList(),
                Powers = db.Set<Authority>()
                    .Where(p => p.Assignment == a.Id && p.FromUtc <= now && now < p.UntilUtc)
                    .Select(p => new HeldAuthority(p.Id, p.Kind, p.Scope, p.UntilUtc)).ToList(),
            }).AsSingleQuery().ToListAsync(stop);
        return [.. rows
            .Select(r => new AssignmentRow(
                r.Id, r.Population, r.Kind, Named(r.DutyFi, r.DutySv), Named(r.OrganFi, r.OrganSv) ?? Named(r.UnitFi, r.UnitSv), r.FirstDay,
                r.LastDay >= Helsinki.Open ? null : r.LastDay, r.StandsInFor, [.. r.StoodInBy.Distinct()], [.. given[r.Id.Value].Distinct().Order(StringComparer.CurrentCulture)], r.FirstDay <= today ? [.. r.Powers.Distinct()] : [], r.FirstDay <= today))
            .OrderByDescending(r => r.Current).ThenBy(r => r.FirstDay).ThenBy(r => r.Id)];
    }

    private static string? Named(string? fi, string? sv) => fi is null ? null : PersonText.Named(fi, sv!).ToString();
}
