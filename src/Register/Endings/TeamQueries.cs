using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>An assignment of one of one's people that ends.</summary>
/// <param name="Waits">A proposal to go on waits for the source.</param>
public sealed record TeamEnd(AssignmentId Assignment, PersonId Person, PersonName Name, string What, Source Source, DateOnly LastDay, bool Waits);

/// <summary>A proposal that waits for one's decision.</summary>
public sealed record WaitingExtension(ExtensionId Id, PersonName Name, string What, Source Source, DateOnly EndsNow, DateOnly LastDay, string Reason, PersonName? By);

/// <summary>Reads the coming ends of those one answers for: the people of the units one heads or acts for, the partners one sponsors.</summary>
public sealed class TeamQueries(TupaDb db, ComingEnds ends, PeopleNames names, Authorities authorities, TimeProvider clock)
{
    /// <summary>So far ahead supervisors look.</summary>
    public const int Days = 60;

    /// <summary>Four statements, whatever the number of people.</summary>
    public async Task<IReadOnlyList<TeamEnd>> OfAsync(Actor by, CancellationToken stop = default)
    {
        if (by.Person is not { } me) return [];

        var mine = await ComingAsync(me, stop);
        if (mine.Count == 0) return [];

        var ids = mine.Select(e => e.Assignment).ToList();
        var waiting = (await db.Set<Extension>().Where(e => ids.Contains(e.Assignment) && e.State == ExtensionState.Proposed).Select(e => e.Assignment).ToListAsync(stop)).ToHashSet();
        var named = await names.ForAsync([.. mine.Select(e => e.Person).Distinct()], by, stop);
        return [.. mine.Select(e => new TeamEnd(e.Assignment, e.Person, named[e.Person], e.What, e.Source, e.LastDay, waiting.Contains(e.Assignment)))];
    }

    /// <summary>The end of one assignment, for the one who answers for its person; null for anyone else.</summary>
    internal async Task<ComingEnd?> OneAsync(AssignmentId assignment, PersonId supervisor, CancellationToken stop) =>
        (await ComingAsync(supervisor, stop)).FirstOrDefault(e => e.Assignment == assignment);

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

    private Task<IReadOnlyList<ComingEnd>> ComingAsync(PersonId supervisor, CancellationToken stop) =>
        ends.AnsweredForAsync(supervisor, clock.UtcNow().AddDays(Days), stop);

    private static string? Named(string? fi, string? sv) => fi is null ? null : PersonText.Named(fi, sv!).ToString();
}
