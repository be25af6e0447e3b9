using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>An end that comes, as the register's administrators list it.</summary>
/// <param name="What">The duty and the place; of the shielded only what they are.</param>
/// <param name="Last">Nothing else keeps the person here.</param>
public sealed record RegisterEnd(PersonId Person, string Name, Population Population, string What, Source Source, DateOnly LastDay, bool Last, bool Proposed);

/// <summary>A page of the coming ends, soonest first.</summary>
/// <param name="Units">What they can be limited by.</param>
public sealed record RegisterEndList(IReadOnlyList<RegisterEnd> Rows, string? Next, Registers Registers, IReadOnlyList<(UnitId Id, string Name)> Units);

/// <summary>What was asked of the coming ends, as it stands in the address.</summary>
public sealed record EndFilter(Population? Population, UnitId? Unit)
{
    public const string Path = "/register/ends";

    public static EndFilter Of(string? population, string? unit) => new(
        Enum.TryParse<Population>(population, out var one) && Enum.IsDefined(one) ? one : null, Guid.TryParse(unit, out var id) ? new UnitId(id) : null);

    public string Href(string? after) => $"{Path}?population={Population}&unit={Unit}{(after is null ? "" : $"&after={after}")}";
}

/// <summary>Lists whose time in the registers comes to an end, in every source that fills them. A move from one assignment to the next of the same population is no end.</summary>
public sealed class RegisterEnds
{
    public const int PageSize = 50;

    /// <summary>So far ahead one looks.</summary>
    public const int Days = 60;

    private const int MostUnits = 300;

    private readonly TupaDb _db;
    private readonly Administered _administered;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal RegisterEnds(TupaDb db, Administered administered, Writing writing, AuditLog audit, TimeProvider clock) =>
        (_db, _administered, _writing, _audit, _clock) = (db, administered, writing, audit, clock);

    /// <summary>Null for one who administers no register. Three statements, whatever the number of ends.</summary>
    public async Task<RegisterEndList?> FindAsync(EndFilter filter, string? after, Actor by, CancellationToken stop = default)
    {
        var registers = await _administered.ShownAsync(by, stop);
        if (!registers.Any) return null;

        var ends = Coming(registers, by);
        if (filter.Population is { } population) ends = ends.Where(a => a.Population == population);
        if (filter.Unit is { } unit) ends = ends.Where(a => a.Unit == unit);
        if (MomentCursor.Of(after) is { } from)
        {
            var (at, id) = (from.At, new AssignmentId(from.Id));
            ends = ends.Where(a => a.UntilUtc > at || (a.UntilUtc == at && a.Id.CompareTo(id) > 0));
        }

        var read = await RowsAsync(ends, registers, stop);
        var shown = read.Take(PageSize).ToList();
        var units = await UnitsAsync(stop);
        await _writing.RunAsync<bool>(() =>
        {
            _audit.Write(by, "register.ends.viewed", count: shown.Count);
            return Task.FromResult(true);
        }, stop);
        return new([.. shown.Select(r => r.Row)], read.Count > PageSize ? shown[^1].Cursor.ToString() : null, registers, units);
    }

    /// <summary>The last assignments of a population that end within the time, of the people one sees.</summary>
    internal IQueryable<Assignment> Coming(Registers registers, Actor by)
    {
        var (now, until) = (_clock.UtcNow(), _clock.UtcNow().AddDays(Days));
        var all = _db.Set<Assignment>();
        var people = _administered.People(registers, by);
        return _administered.Assignments(registers).Where(a => now < a.UntilUtc && a.UntilUtc <= until
            && !all.Any(b => b.Person == a.Person && b.Population == a.Population && b.Id != a.Id && b.UntilUtc > a.UntilUtc && b.FirstDay <= a.LastDay.AddDays(1))
            && people.Any(p => p.Id == a.Person));
    }

    private async Task<List<(RegisterEnd Row, MomentCursor Cursor)>> RowsAsync(IQueryable<Assignment> ends, Registers registers, CancellationToken stop)
    {
        var rows = await (
            from e in ends.OrderBy(e => e.UntilUtc).ThenBy(e => e.Id).Take(PageSize + 1)
            join p in _db.Set<Person>() on e.Person equals p.Id
            from a in _db.Set<CardA>().Where(c => c.Person == p.Id).DefaultIfEmpty()
            from b in _db.Set<CardB>().Where(c => c.Person == p.Id).DefaultIfEmpty()
            join duty in _db.Set<Group>() on e.Duty equals duty.Id into duties
            from d in duties.DefaultIfEmpty()
            join unit in _db.Set<Unit>() on e.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            join organ in _db.Set<Group>() on e.Organ equals organ.Id into organs
            from o in organs.DefaultIfEmpty()
            orderby e.UntilUtc, e.Id
            select new
            {
                e.Id,
                e.Person,
                e.Population,
                e.Source,
                e.UntilUtc,
                p.Shielded,
                Last = p.UsedUntil <= e.UntilUtc,
                GivenA = a!.GivenName,
                FamilyA = a!.FamilyName,
                GivenB = b!.GivenName,
                FamilyB = b!.FamilyName,
                DutyFi = d.NameFi,
                DutySv = d.NameSv,
                PlaceFi = o.NameFi ?? u.NameFi,
                PlaceSv = o.NameSv ?? u.NameSv,
                Proposed = _db.Set<Extension>().Any(x => x.Assignment == e.Id && x.State == ExtensionState.Proposed),
            }).ToListAsync(stop);
        return rows.ConvertAll(r =>
        {
            var what = r.Shielded ? [] : new[] { Named(r.DutyFi, r.DutySv), Named(r.PlaceFi, r.PlaceSv) }.OfType<string>().ToList();
            var row = new RegisterEnd(
                r.Person, RegisteredName.Of(registers, r.GivenA, r.FamilyA, r.GivenB, r.FamilyB), r.Population,
                what.Count > 0 ? string.Join(", ", what) : EndingText.Of(r.Population).ToString(), r.Source, Helsinki.Day(r.UntilUtc.AddTicks(-1)), r.Last, r.Proposed);
            return (row, new MomentCursor(r.UntilUtc, r.Id.Value));
        });
    }

    private async Task<IReadOnlyList<(UnitId Id, string Name)>> UnitsAsync(CancellationToken stop)
    {
        var units = await _db.Set<Unit>().OrderBy(u => u.NameFi).ThenBy(u => u.Id).Take(MostUnits).Select(u => new { u.Id, u.NameFi, u.NameSv }).ToListAsync(stop);
        return [.. units.Select(u => (u.Id, Name: PersonText.Named(u.NameFi, u.NameSv).ToString())).OrderBy(u => u.Name, StringComparer.Create(Language.Culture(Language.Default), ignoreCase: true))];
    }

    private static string? Named(string? fi, string? sv) => fi is null ? null : PersonText.Named(fi, sv!).ToString();
}
