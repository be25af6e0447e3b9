using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A power and who holds it.</summary>
public sealed record AuthorityRow(AuthorityId Id, AuthorityKind Kind, string? Scope, DateTime UntilUtc, PersonName Holder);

/// <summary>How many people are in the register, and who has powers over it. No content, and no names but the holders'.</summary>
public sealed record RegisterOverview(IReadOnlyList<(Population Population, int People)> Populations, int Shielded, IReadOnlyList<AuthorityRow> Authorities);

/// <summary>Reads the page of the register's administrators.</summary>
public sealed class RegisterQueries(TupaDb db, Authorities authorities, PeopleNames names, TimeProvider clock)
{
    /// <summary>Null for one who administers nothing: the page is then not there.</summary>
    public async Task<RegisterOverview?> OverviewAsync(Actor by, CancellationToken stop = default)
    {
        if (!await authorities.ShowsAsync(by.Person, AuthorityKind.RegisterAdministrator, stop)
            && !await authorities.ShowsAsync(by.Person, AuthorityKind.Operator, stop)) return null;

        var now = clock.UtcNow();
        var counts = await Assignment.In(db, now)
            .GroupBy(a => a.Population)
            .Select(g => new { g.Key, People = g.Select(a => a.Person).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.People, stop);
        var powers = await (
            from p in db.Set<Authority>().Where(a => a.FromUtc <= now && now < a.UntilUtc)
            join a in Assignment.In(db, now) on p.Assignment equals a.Id
            orderby p.Kind, p.UntilUtc, p.Id
            select new { p.Id, p.Kind, p.Scope, p.UntilUtc, a.Person, Shielded = db.Set<Person>().Count(s => s.Shielded && s.UsedUntil > now) }).ToListAsync(stop);
        var holders = await names.ForAsync([.. powers.Select(p => p.Person)], by, stop);
        return new(
            [.. Enum.GetValues<Population>().Select(p => (p, counts.GetValueOrDefault(p)))],
            // Whoever reads this holds a power, so there is a row.
            powers.Select(p => p.Shielded).FirstOrDefault(),
            [.. powers.Select(p => new AuthorityRow(p.Id, p.Kind, p.Scope, p.UntilUtc, holders[p.Person]))]);
    }
}
