using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A proposal that waits for one's decision.</summary>
public sealed record WaitingExtension(ExtensionId Id, PersonName Name, string What, Source Source, DateOnly EndsNow, DateOnly LastDay, string Reason, PersonName? By);

/// <summary>Reads what may be proposed to go on, and what has been.</summary>
public sealed class ExtensionQueries(TupaDb db, ComingEnds ends, PeopleNames names, Authorities authorities, TimeProvider clock)
{
    /// <summary>The end of one assignment, for the one who answers for its person; null for anyone else.</summary>
    internal async Task<ComingEnd?> OneAsync(AssignmentId assignment, PersonId supervisor, CancellationToken stop) =>
        (await ends.AnsweredForAsync(supervisor, clock.UtcNow().AddDays(TeamQueries.Days), stop)).FirstOrDefault(e => e.Assignment == assignment);

    /// <summary>What waits for a decision of this steward; null for one who is a steward of nothing.</summary>
    public async Task<IReadOnlyList<WaitingExtension>?> WaitingAsync(Actor by, CancellationToken stop = default)
    {
        var scopes = by.Person is { } me ? (await authorities.HeldAsync(me, stop)).Where(a => a.Kind == AuthorityKind.SourceSteward).Select(a => a.Scope).ToList() : [];
        if (scopes.Count == 0) return null;

        var (all, own) = (scopes.Contains(null), by.Person);
        var sources = scopes.OfType<string>().Select(Enum.Parse<Source>).ToList();
        var rows = await (
            from e in db.Set<Extension>().Where(e => e.State == ExtensionState.Proposed)
            join a in db.Set<Assignment>() on e.Assignment equals a.Id
            where (all || sources.Contains(a.Source)) && a.Person != own
            join duty in db.Set<Group>() on a.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            join unit in db.Set<Unit>() on a.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            orderby e.ProposedAt, e.Id
            select new { e.Id, e.LastDay, e.Reason, e.ProposedBy, a.Person, a.Source, EndsNow = a.LastDay, DutyFi = d.NameFi, DutySv = d.NameSv, UnitFi = u.NameFi, UnitSv = u.NameSv })
            .ToListAsync(stop);
        var named = await names.ForAsync([.. rows.Select(r => r.Person).Concat(rows.Select(r => r.ProposedBy).OfType<PersonId>()).Distinct()], by, stop);
        return [.. rows.Select(r => new WaitingExtension(
            r.Id, named[r.Person], string.Join(", ", new[] { Named(r.DutyFi, r.DutySv), Named(r.UnitFi, r.UnitSv) }.OfType<string>()), r.Source, r.EndsNow, r.LastDay, r.Reason,
            r.ProposedBy is { } who ? named[who] : null))];
    }

    private static string? Named(string? fi, string? sv) => fi is null ? null : PersonText.Named(fi, sv!).ToString();
}
