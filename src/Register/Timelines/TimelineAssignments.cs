using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Reads every assignment of a person that is of these registers, ended ones too, with what hangs on each.</summary>
internal sealed class TimelineAssignments(TupaDb db, Administered administered, TimeProvider clock)
{
    /// <summary>Newest first. One statement.</summary>
    public async Task<IReadOnlyList<TimelineAssignment>> OfAsync(PersonId person, Registers registers, bool shielded, CancellationToken stop)
    {
        var rows = await (
            from a in administered.Assignments(registers).Where(a => a.Person == person)
            join duty in db.Set<Group>() on a.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            join unit in db.Set<Unit>() on a.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            join organ in db.Set<Group>() on a.Organ equals organ.Id into organs
            from o in organs.DefaultIfEmpty()
            from s in db.Set<Sponsorship>().Where(s => s.Assignment == a.Id).DefaultIfEmpty()
            from answers in db.Set<Assignment>().Where(t => t.Id == s!.SponsorAssignment).DefaultIfEmpty()
            from sponsor in db.Set<Person>().Where(p => p.Id == answers!.Person).DefaultIfEmpty()
            from card in db.Set<CardA>().Where(c => c.Person == answers!.Person).DefaultIfEmpty()
            orderby a.FirstDay descending, a.Id descending
            select new
            {
                a.Id,
                a.Population,
                a.Kind,
                a.Source,
                a.FirstDay,
                a.LastDay,
                a.UntilUtc,
                DutyFi = d.NameFi,
                DutySv = d.NameSv,
                PlaceFi = o.NameFi ?? u.NameFi,
                PlaceSv = o.NameSv ?? u.NameSv,
                SponsorShielded = (bool?)sponsor!.Shielded,
                SponsorGiven = card!.GivenName,
                SponsorFamily = card!.FamilyName,
                Contract = s!.ContractReference,
                Partners = db.Set<Sponsorship>().Count(t => t.SponsorAssignment == a.Id),
                Powers = db.Set<Authority>().Where(p => p.Assignment == a.Id).Select(p => new HeldAuthority(p.Id, p.Kind, p.Scope, p.UntilUtc)).ToList(),
                Extensions = db.Set<Extension>().Where(e => e.Assignment == a.Id).Select(e => new TimelineExtension(e.Id, e.LastDay, e.State, e.ProposedAt)).ToList(),
            }).AsSingleQuery().ToListAsync(stop);
        var now = clock.UtcNow();
        return [.. rows.Select(r => new TimelineAssignment(
            r.Id, r.Population, r.Kind, shielded ? null : Named(r.DutyFi, r.DutySv), shielded ? null : Named(r.PlaceFi, r.PlaceSv), r.Source,
            r.FirstDay, r.LastDay >= Helsinki.Open ? null : r.LastDay, r.UntilUtc, State(r.FirstDay, r.UntilUtc, now),
            r.SponsorShielded is null ? null : r.SponsorShielded == true ? PersonText.Withheld : r.SponsorGiven is null ? PersonText.Former : $"{r.SponsorGiven} {r.SponsorFamily}",
            r.Contract, r.Partners, [.. r.Powers.Distinct().OrderBy(p => p.UntilUtc)], [.. r.Extensions.Distinct().OrderBy(e => e.ProposedAt)]))];
    }

    private static RegisteredState State(DateOnly firstDay, DateTime untilUtc, DateTime now) =>
        untilUtc <= now ? RegisteredState.Ended : firstDay <= Helsinki.Day(now) ? RegisteredState.Here : RegisteredState.Coming;

    private static string? Named(string? fi, string? sv) => fi is null ? null : PersonText.Named(fi, sv!).ToString();
}
