using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Reads people for whoever tells whether they are one: an administrator of every register that they are in. Anybody else finds nobody.</summary>
internal sealed class JoiningSides(TupaDb db, Authorities authorities, Administered administered, IEnumerable<IPersonMade> rooms, TimeProvider clock)
{
    /// <summary>Both; null where one of them is not there for the one who asks. Three statements.</summary>
    public async Task<JoiningPair?> BothAsync(PersonId one, PersonId other, Actor by, CancellationToken stop)
    {
        var sides = await OfAsync(db.Set<Person>().Where(p => p.Id == one || p.Id == other).Select(p => p.Id), by, stop);
        return one != other && sides.TryGetValue(one, out var first) && sides.TryGetValue(other, out var second) ? new(first, second) : null;
    }

    /// <summary>A person, and whoever is meant by a user ID, an e-mail address, or the address of a page of the register.</summary>
    public IQueryable<PersonId> Meant(PersonId one, string typed)
    {
        var text = typed.Trim().ToLowerInvariant();
        var id = Guid.TryParse(text.Split('/', '?')[^1], out var written) ? new PersonId(written) : one;
        return db.Set<Person>().Where(p => p.Id == one || p.Id == id).Select(p => p.Id)
            .Union(db.Set<CardA>().Where(c => c.UserId == text || c.Email == text).Select(c => c.Person))
            .Union(db.Set<CardB>().Where(c => c.UserId == text || c.Email == text).Select(c => c.Person));
    }

    /// <summary>Those whose every card is of a register that the one who asks administers, as a query to put into a query.</summary>
    public IQueryable<Person> Joinable(Actor by)
    {
        var scopes = authorities.Scopes(by.Person ?? new PersonId(Guid.Empty), AuthorityKind.RegisterAdministrator);
        var (a, b) = (db.Set<CardA>(), db.Set<CardB>());
        return administered.Seen(by).Where(p => (a.Any(c => c.Person == p.Id) || b.Any(c => c.Person == p.Id))
            && (!a.Any(c => c.Person == p.Id) || scopes.Any(s => s == null || s == "A"))
            && (!b.Any(c => c.Person == p.Id) || scopes.Any(s => s == null || s == "B")));
    }

    /// <summary>Those of the people who are there for the one who asks.</summary>
    public async Task<IReadOnlyDictionary<PersonId, JoiningSide>> OfAsync(IQueryable<PersonId> people, Actor by, CancellationToken stop)
    {
        var (joinable, me) = (Joinable(by).Where(p => people.Contains(p.Id)), by.Person);
        var rows = await (
            from p in joinable
            from a in db.Set<CardA>().Where(c => c.Person == p.Id).DefaultIfEmpty()
            from b in db.Set<CardB>().Where(c => c.Person == p.Id).DefaultIfEmpty()
            select new
            {
                p.Id,
                p.Shielded,
                p.CreatedAt,
                A = a,
                B = b,
                Records = db.Set<SourceRecord>().Where(r => r.Person == p.Id).Select(r => new TimelineRecord(r.Id, r.Source, r.Feed, r.State)).ToList(),
                Asked = db.Set<Joining>().Where(j => j.State == JoiningState.Asked && j.AskedBy != null && j.Kept == p.Id).Select(j => new JoiningAsked(
                    j.Id, j.Kept, j.Lost, j.AskedBy == me, db.Set<CardA>().Where(c => c.Person == j.AskedBy).Select(c => c.GivenName + " " + c.FamilyName).FirstOrDefault(), j.AskedAt)).ToList(),
            }).AsNoTracking().AsSingleQuery().ToListAsync(stop);
        if (rows.Count == 0) return new Dictionary<PersonId, JoiningSide>();

        var found = rows.Select(r => r.Id).Distinct().ToList();
        var duties = await DutiesAsync(found, stop);
        var made = await MadeAsync(found, stop);
        return rows.DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => new JoiningSide(
            r.Id, r.A is { } card ? $"{card.GivenName} {card.FamilyName}" : $"{r.B!.GivenName} {r.B.FamilyName}", r.Shielded, r.CreatedAt, [.. Values(r.A, r.B, r.Shielded)],
            [.. duties[r.Id].Select(d => r.Shielded ? d with { Duty = null, Place = null } : d)],
            [.. r.Records.Distinct().OrderBy(s => s.Feed, StringComparer.Ordinal).ThenBy(s => s.Id)], made[r.Id].ToDictionary(m => m.Kind, m => m.Count), [.. r.Asked.Distinct()]));
    }

    private static IEnumerable<SideValue> Values(CardA? a, CardB? b, bool shielded)
    {
        foreach (var column in CardColumns.Of(Card.A).Where(c => Shown(c, shielded)))
            if (a is not null) yield return new(Card.A, column, CardColumns.Value(a, column));
        foreach (var column in CardColumns.Of(Card.B).Where(c => c != "school" && Shown(c, shielded)))
            if (b is not null) yield return new(Card.B, column, CardColumns.Value(b, column));
    }

    private static bool Shown(string column, bool shielded) => !shielded || column is "given_name" or "family_name" or "user_id";

    private async Task<ILookup<PersonId, SideAssignment>> DutiesAsync(List<PersonId> people, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var rows = await (
            from a in db.Set<Assignment>().Where(a => people.Contains(a.Person))
            join duty in db.Set<Group>() on a.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            join unit in db.Set<Unit>() on a.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            join organ in db.Set<Group>() on a.Organ equals organ.Id into organs
            from o in organs.DefaultIfEmpty()
            orderby a.UntilUtc descending, a.Id
            select new
            {
                a.Id,
                a.Person,
                a.Population,
                a.Source,
                a.FirstDay,
                a.LastDay,
                a.UntilUtc,
                DutyFi = d.NameFi,
                DutySv = d.NameSv,
                PlaceFi = o.NameFi ?? u.NameFi,
                PlaceSv = o.NameSv ?? u.NameSv,
                Partners = db.Set<Sponsorship>().Count(s => s.SponsorAssignment == a.Id && s.UntilUtc > now),
                Powers = db.Set<Authority>().Where(p => p.Assignment == a.Id && p.UntilUtc > now).Select(p => new HeldAuthority(p.Id, p.Kind, p.Scope, p.UntilUtc)).ToList(),
            }).AsNoTracking().AsSingleQuery().ToListAsync(stop);
        return rows.DistinctBy(r => r.Id).ToLookup(r => r.Person, r => new SideAssignment(
            r.Id, r.Population, Named(r.DutyFi, r.DutySv), Named(r.PlaceFi, r.PlaceSv), r.Source, r.FirstDay, r.LastDay >= Helsinki.Open ? null : r.LastDay, r.UntilUtc, r.Partners, [.. r.Powers.Distinct()]));
    }

    private async Task<ILookup<PersonId, (MadeKind Kind, int Count)>> MadeAsync(List<PersonId> people, CancellationToken stop) =>
        (await rooms.Select(r => r.Of(people)).Aggregate((all, some) => all.Concat(some))
            .GroupBy(m => new { m.Person, m.Kind }).Select(g => new { g.Key.Person, g.Key.Kind, Count = g.Count() }).ToListAsync(stop))
        .ToLookup(m => m.Person, m => (m.Kind, m.Count));

    private static string? Named(string? fi, string? sv) => fi is null ? null : PersonText.Named(fi, sv!).ToString();
}
