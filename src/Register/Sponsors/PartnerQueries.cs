using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A partner, to those who answer for them.</summary>
/// <param name="LastDay">Of the access as it stands.</param>
/// <param name="Agreed">The last day that was agreed; later than <paramref name="LastDay"/> where the sponsor leaves before it.</param>
/// <param name="Sponsor">Who answers, or answered last.</param>
/// <param name="Deputy">Null where there is none, or no longer.</param>
/// <param name="Can">What the one who asks may do.</param>
public sealed record PartnerRow(
    AssignmentId Assignment, PersonId Person, string Name, string Organisation, string? Email, string ContractReference, string Purpose, DateOnly LastDay,
    DateOnly Agreed, PartnerState State, PersonId Sponsor, DateOnly SponsorEndsOn, PersonId? Deputy, PartnerAbilities Can);

/// <summary>One stretch of a partner's history.</summary>
public sealed record PartnerTurn(SponsorshipKind Kind, PersonId Sponsor, DateOnly StartsOn, DateOnly EndsOn, string? Reason, PersonId? ToldBy, DateTime ToldAt);

/// <summary>A partner with the history.</summary>
/// <param name="Names">Of everyone in it, as the reader may see them.</param>
public sealed record PartnerView(PartnerRow Partner, IReadOnlyList<PartnerTurn> Turns, IReadOnlyDictionary<PersonId, PersonName> Names);

/// <summary>A page of the partners of the one who asks.</summary>
public sealed record PartnerList(IReadOnlyList<PartnerRow> Rows, IReadOnlyDictionary<PersonId, PersonName> Names, AssignmentId? Older);

/// <summary>Reads partners for those who answer for them: as sponsor, deputy or acting head; and of those whose access is shut, also for the last sponsor and the head of the unit.</summary>
public sealed class PartnerQueries(TupaDb db, PeopleNames names, TimeProvider clock)
{
    private const int PageLength = 50;
    private const int MostTurns = 100;

    /// <summary>Newest first. Three statements, whatever the number.</summary>
    public async Task<PartnerList> OfAsync(Actor by, AssignmentId? before = null, CancellationToken stop = default)
    {
        var all = db.Set<Assignment>();
        var found = await ReadAsync(by, before is { } last ? all.Where(a => a.Id.CompareTo(last) < 0) : all, PageLength + 1, stop);
        var shown = found.Take(PageLength).ToList();
        var named = await names.ForAsync([.. shown.Select(r => r.Sponsor).Concat(shown.Select(r => r.Deputy).OfType<PersonId>()).Distinct()], by, stop);
        return new(shown, named, found.Count > PageLength ? shown[^1].Assignment : null);
    }

    /// <summary>Null for anyone who does not answer for the partner, as for an assignment that never was.</summary>
    public async Task<PartnerView?> ShownAsync(AssignmentId assignment, Actor by, CancellationToken stop = default)
    {
        if (await OneAsync(assignment, by, stop) is not { } partner) return null;

        var turns = await (
            from s in db.Set<Sponsorship>().Where(s => s.Assignment == assignment)
            join a in db.Set<Assignment>() on s.SponsorAssignment equals a.Id
            orderby s.FromUtc descending, s.Id descending
            select new PartnerTurn(s.Kind, a.Person, s.StartsOn, s.EndsOn, s.Reason, s.ToldBy, s.ToldAt)).Take(MostTurns).ToListAsync(stop);
        var people = turns.Select(t => t.Sponsor).Concat(turns.Select(t => t.ToldBy).OfType<PersonId>()).Append(partner.Sponsor);
        return new(partner, turns, await names.ForAsync([.. people.Concat(partner.Deputy is { } deputy ? [deputy] : []).Distinct()], by, stop));
    }

    /// <summary>Two statements, also where there is nothing.</summary>
    internal async Task<PartnerRow?> OneAsync(AssignmentId assignment, Actor by, CancellationToken stop) =>
        (await ReadAsync(by, db.Set<Assignment>().Where(a => a.Id == assignment), 1, stop)).FirstOrDefault();

    private async Task<List<PartnerRow>> ReadAsync(Actor by, IQueryable<Assignment> among, int most, CancellationToken stop)
    {
        if (by.Person is not { } me) return [];

        var now = clock.UtcNow();
        var today = Helsinki.Day(now);
        var units = (await HeadLines.ReadAsync(db, stop)).HeadedBy(me, now);
        var rows = await (
            from a in among.Where(a => a.Population == Population.Partner)
            join s in Sponsorship.Last(db, now) on a.Id equals s.Assignment
            join sponsor in db.Set<Assignment>() on s.SponsorAssignment equals sponsor.Id
            join card in db.Set<CardA>() on a.Person equals card.Person
            join second in db.Set<Assignment>().Where(d => d.FirstDay <= today && now < d.UntilUtc) on s.Deputy equals second.Id into deputies
            from d in deputies.DefaultIfEmpty()
            where sponsor.Person == me || d.Person == me || (a.UntilUtc <= now && a.Unit != null && units.Contains(a.Unit!.Value))
            orderby a.Id descending
            select new
            {
                a.Id,
                a.Person,
                card.GivenName,
                card.FamilyName,
                card.Organisation,
                card.Email,
                a.Unit,
                a.LastDay,
                a.UntilUtc,
                Sponsorship = s,
                Sponsor = sponsor.Person,
                SponsorLives = now < sponsor.UntilUtc,
                SponsorEndsOn = sponsor.LastDay,
                Deputy = (PersonId?)d.Person,
            }).Take(most).AsNoTracking().ToListAsync(stop);
        return [.. rows.Select(r =>
        {
            var state = PartnerStanding.Of(r.UntilUtc, r.Sponsorship.AgreedUntil, r.Sponsorship.Kind, now);
            var ties = new PartnerTies(r.Sponsor == me && r.SponsorLives && now < r.UntilUtc, r.Deputy == me, r.Sponsor == me, r.Unit is { } unit && units.Contains(unit));
            return new PartnerRow(
                r.Id, r.Person, $"{r.GivenName} {r.FamilyName}", r.Organisation, r.Email, r.Sponsorship.ContractReference, r.Sponsorship.Purpose, r.LastDay,
                r.Sponsorship.AgreedUntil, state, r.Sponsor, r.SponsorEndsOn, r.Deputy, PartnerAbilities.For(state, ties));
        }).Where(r => r.Can.See)];
    }
}
