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
    DateOnly Agreed, PartnerState State, PersonId Sponsor, DateOnly SponsorEndsOn, PersonId? Deputy, PartnerAbilities Can)
{
    /// <summary>The partner is not in: the time is over, or nobody answers.</summary>
    public bool IsShut => State is PartnerState.Suspended or PartnerState.Ended;
}

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
        if (by.Person is not { } me) return new([], new Dictionary<PersonId, PersonName>(), null);

        var (all, now) = (db.Set<Assignment>(), clock.UtcNow());
        var units = await UnitsAsync(me, now, stop);
        var rows = await RowsOf(before is { } last ? all.Where(a => a.Id.CompareTo(last) < 0) : all, now)
            .Where(r => r.Sponsor == me || r.Deputy == me || (r.UntilUtc <= now && r.Unit != null && units.Contains(r.Unit.Value)))
            .OrderByDescending(r => r.Id).Take(PageLength + 1).ToListAsync(stop);
        var found = rows.Select(r => RowOf(r, me, units, now)).Where(r => r.Can.See).ToList();
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

    /// <summary>One statement for whoever answers for the partner now; two for all others, also where there is nothing.</summary>
    internal async Task<PartnerRow?> OneAsync(AssignmentId assignment, Actor by, CancellationToken stop)
    {
        if (by.Person is not { } me) return null;

        var now = clock.UtcNow();
        var found = await RowsOf(db.Set<Assignment>().Where(a => a.Id == assignment), now).FirstOrDefaultAsync(stop);
        var answers = found is not null && now < found.UntilUtc && (found.Sponsor == me || found.Deputy == me);
        var units = answers ? [] : await UnitsAsync(me, now, stop);
        return found is not null && RowOf(found, me, units, now) is { Can.See: true } row ? row : null;
    }

    /// <summary>The units whose nearest head one is. One statement.</summary>
    private async Task<IReadOnlyList<UnitId>> UnitsAsync(PersonId me, DateTime now, CancellationToken stop) => (await HeadLines.ReadAsync(db, stop)).HeadedBy(me, now);

    private IQueryable<Read> RowsOf(IQueryable<Assignment> among, DateTime now)
    {
        var today = Helsinki.Day(now);
        return
            from a in among.Where(a => a.Population == Population.Partner)
            join s in Sponsorship.Last(db, now) on a.Id equals s.Assignment
            join sponsor in db.Set<Assignment>() on s.SponsorAssignment equals sponsor.Id
            join card in db.Set<CardA>() on a.Person equals card.Person
            join second in db.Set<Assignment>().Where(d => d.FirstDay <= today && now < d.UntilUtc) on s.Deputy equals second.Id into deputies
            from d in deputies.DefaultIfEmpty()
            select new Read
            {
                Id = a.Id,
                Person = a.Person,
                GivenName = card.GivenName,
                FamilyName = card.FamilyName,
                Organisation = card.Organisation,
                Email = card.Email,
                Unit = a.Unit,
                LastDay = a.LastDay,
                UntilUtc = a.UntilUtc,
                Kind = s.Kind,
                AgreedUntil = s.AgreedUntil,
                ContractReference = s.ContractReference,
                Purpose = s.Purpose,
                Sponsor = sponsor.Person,
                SponsorUntil = sponsor.UntilUtc,
                SponsorEndsOn = sponsor.LastDay,
                Deputy = (PersonId?)d.Person,
            };
    }

    private static PartnerRow RowOf(Read r, PersonId me, IReadOnlyList<UnitId> units, DateTime now)
    {
        var state = PartnerStanding.Of(r.UntilUtc, r.AgreedUntil, r.Kind, now);
        var ties = new PartnerTies(r.Sponsor == me && now < r.SponsorUntil && now < r.UntilUtc, r.Deputy == me, r.Sponsor == me, r.Unit is { } unit && units.Contains(unit));
        return new(
            r.Id, r.Person, $"{r.GivenName} {r.FamilyName}", r.Organisation, r.Email, r.ContractReference, r.Purpose, r.LastDay,
            r.AgreedUntil, state, r.Sponsor, r.SponsorEndsOn, r.Deputy, PartnerAbilities.For(state, ties));
    }

    private sealed class Read
    {
        public required AssignmentId Id { get; init; }
        public required PersonId Person { get; init; }
        public required string GivenName { get; init; }
        public required string FamilyName { get; init; }
        public required string Organisation { get; init; }
        public string? Email { get; init; }
        public UnitId? Unit { get; init; }
        public required DateOnly LastDay { get; init; }
        public required DateTime UntilUtc { get; init; }
        public required SponsorshipKind Kind { get; init; }
        public required DateOnly AgreedUntil { get; init; }
        public required string ContractReference { get; init; }
        public required string Purpose { get; init; }
        public required PersonId Sponsor { get; init; }
        public required DateTime SponsorUntil { get; init; }
        public required DateOnly SponsorEndsOn { get; init; }
        public PersonId? Deputy { get; init; }
    }
}
