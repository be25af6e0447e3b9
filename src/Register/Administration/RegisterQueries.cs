using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A power and who holds it.</summary>
public sealed record AuthorityRow(AuthorityId Id, AuthorityKind Kind, string? Scope, DateTime UntilUtc, PersonName Holder);

/// <summary>How many people are in the register, and who has powers over it. No content, and no names but the holders'.</summary>
public sealed record RegisterWhole(IReadOnlyList<(Population Population, int People)> Populations, int Shielded, IReadOnlyList<AuthorityRow> Authorities);

/// <summary>The front page of the register.</summary>
/// <param name="Whole">For administrators and operators; null for those who have only a part of the work.</param>
public sealed record RegisterOverview(RegisterWhole? Whole, RegisterDoors Doors, RegisterWork Work);

/// <summary>Reads the front page of the register.</summary>
public sealed class RegisterQueries
{
    private readonly TupaDb _db;
    private readonly Authorities _authorities;
    private readonly RegisterWorkQueries _work;
    private readonly PeopleNames _names;
    private readonly TimeProvider _clock;

    internal RegisterQueries(TupaDb db, Authorities authorities, RegisterWorkQueries work, PeopleNames names, TimeProvider clock) =>
        (_db, _authorities, _work, _names, _clock) = (db, authorities, work, names, clock);

    /// <summary>Null for one who has no work in the register: the page is then not there. Four statements.</summary>
    public async Task<RegisterOverview?> OverviewAsync(Actor by, CancellationToken stop = default)
    {
        var doors = await DoorsAsync(by, stop);
        if (by.Person is not { } me || !doors.Any) return null;
        if (!doors.Whole) return new(null, doors, await _work.OfAsync(await _authorities.HeldAsync(me, stop), by, stop));

        var (whole, mine) = await WholeAsync(me, by, stop);
        return new(whole, doors, await _work.OfAsync(mine, by, stop));
    }

    /// <summary>Known from the door: no statement of its own.</summary>
    private async Task<RegisterDoors> DoorsAsync(Actor by, CancellationToken stop)
    {
        var held = new HashSet<AuthorityKind>();
        foreach (var kind in Enum.GetValues<AuthorityKind>())
        {
            if (await _authorities.ShowsAsync(by.Person, kind, stop)) held.Add(kind);
        }

        return RegisterDoors.Of(held);
    }

    private async Task<(RegisterWhole Whole, List<HeldAuthority> Mine)> WholeAsync(PersonId me, Actor by, CancellationToken stop)
    {
        var now = _clock.UtcNow();
        var counts = await Assignment.In(_db, now)
            .GroupBy(a => a.Population)
            .Select(g => new { g.Key, People = g.Select(a => a.Person).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.People, stop);
        var powers = await (
            from p in _db.Set<Authority>().Where(a => a.FromUtc <= now && now < a.UntilUtc)
            join a in Assignment.In(_db, now) on p.Assignment equals a.Id
            orderby p.Kind, p.UntilUtc, p.Id
            select new { p.Id, p.Kind, p.Scope, p.UntilUtc, a.Person, Shielded = _db.Set<Person>().Count(s => s.Shielded && s.UsedUntil > now) }).ToListAsync(stop);
        var holders = await _names.ForAsync([.. powers.Select(p => p.Person)], by, stop);
        var whole = new RegisterWhole(
            [.. Enum.GetValues<Population>().Select(p => (p, counts.GetValueOrDefault(p)))],
            // Whoever reads this holds a power, so there is a row.
            powers.Select(p => p.Shielded).FirstOrDefault(),
            [.. powers.Select(p => new AuthorityRow(p.Id, p.Kind, p.Scope, p.UntilUtc, holders[p.Person]))]);
        return (whole, [.. powers.Where(p => p.Person == me).Select(p => new HeldAuthority(p.Id, p.Kind, p.Scope, p.UntilUtc))]);
    }
}
