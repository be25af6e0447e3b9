using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Reads whose access ends, and when. A move from one assignment to the next of the same population is no end.</summary>
public sealed class ComingEnds(TupaDb db, TimeProvider clock)
{
    /// <summary>Those after one instant and not after another. Two statements, whatever their number.</summary>
    public async Task<IReadOnlyList<ComingEnd>> BetweenAsync(DateTime after, DateTime until, CancellationToken stop = default) =>
        await ReadAsync(db.Set<Assignment>().Where(a => after < a.UntilUtc && a.UntilUtc <= until), stop);

    /// <summary>These people's own, as far ahead as is known.</summary>
    public async Task<IReadOnlyList<ComingEnd>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        return await ReadAsync(db.Set<Assignment>().Where(a => people.Contains(a.Person) && now < a.UntilUtc && a.UntilUtc < Helsinki.Never), stop);
    }

    /// <summary>Those for whom somebody answers: the staff of the units the person heads or acts for, the partners the person sponsors. Two statements.</summary>
    public async Task<IReadOnlyList<ComingEnd>> AnsweredForAsync(PersonId supervisor, DateTime until, CancellationToken stop = default)
    {
        var now = clock.UtcNow();
        var heads = await HeadedUnits.OfAsync(db, stop);
        var units = HeadTimes.Below(supervisor, heads);
        var sponsored = Sponsorship.At(db, now).Where(s => db.Set<Assignment>().Any(a => a.Id == s.SponsorAssignment && a.Person == supervisor)).Select(s => s.Assignment);
        var asked = db.Set<Assignment>().Where(a => now < a.UntilUtc && a.UntilUtc <= until
            && ((a.Population == Population.Staff && a.Unit != null && units.Contains(a.Unit.Value)) || sponsored.Contains(a.Id)));
        return [.. (await ReadAsync(asked, heads, stop)).Where(e => e.Supervisor == supervisor)];
    }

    private async Task<IReadOnlyList<ComingEnd>> ReadAsync(IQueryable<Assignment> asked, CancellationToken stop) =>
        await ReadAsync(asked, await HeadedUnits.OfAsync(db, stop), stop);

    private async Task<IReadOnlyList<ComingEnd>> ReadAsync(IQueryable<Assignment> asked, IReadOnlyDictionary<UnitId, HeadedUnit> heads, CancellationToken stop)
    {
        var (all, now) = (db.Set<Assignment>(), clock.UtcNow());
        var rows = await (
            from a in asked
            join p in db.Set<Person>() on a.Person equals p.Id
            join duty in db.Set<Group>() on a.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            join unit in db.Set<Unit>() on a.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            join organ in db.Set<Group>() on a.Organ equals organ.Id into organs
            from o in organs.DefaultIfEmpty()
            orderby a.UntilUtc, a.Person, a.Id
            select new
            {
                a.Id,
                a.Person,
                a.Population,
                a.Source,
                a.Unit,
                a.LastDay,
                a.UntilUtc,
                DutyFi = d.NameFi,
                DutySv = d.NameSv,
                PlaceFi = o.NameFi ?? u.NameFi,
                PlaceSv = o.NameSv ?? u.NameSv,
                Last = p.UsedUntil <= a.UntilUtc,
                Sponsor = (from s in Sponsorship.Last(db, now)
                           join answers in all on s.SponsorAssignment equals answers.Id
                           where s.Assignment == a.Id
                           select (PersonId?)answers.Person).FirstOrDefault(),
                Others = all.Where(b => b.Person == a.Person && b.Population == a.Population && b.Id != a.Id && b.UntilUtc > a.UntilUtc).Select(b => b.FirstDay).ToList(),
            }).AsSingleQuery().ToListAsync(stop);
        return [.. rows
            .Where(r => !r.Others.Any(first => first <= r.LastDay.AddDays(1)))
            .Select(r => new ComingEnd(
                r.Person, r.Id, r.Population, r.Source, r.DutyFi, r.DutySv, r.PlaceFi, r.PlaceSv, r.UntilUtc, r.Last,
                r.Population == Population.Partner ? r.Sponsor
                : r.Population == Population.Staff && r.Unit is { } at ? HeadTimes.Supervisor(r.Person, at, heads, now) : null))];
    }
}
