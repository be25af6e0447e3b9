using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A person as the register's administrators list them.</summary>
/// <param name="Unit">Null where there is none, and for the shielded.</param>
/// <param name="LastDay">Of the last assignment; null while one is open.</param>
public sealed record RegisteredRow(
    PersonId Id, string Name, bool Shielded, IReadOnlyList<Population> Populations, string? Unit, DateOnly? LastDay, DateOnly? EraseBy, RegisteredState State);

/// <summary>A page of the register's people.</summary>
/// <param name="Total">How many match; at most one more than <see cref="RegisteredQueries.MostCounted"/>.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record RegisteredList(IReadOnlyList<RegisteredRow> Rows, int Total, string? Next, Registers Registers);

/// <summary>Lists the people of the registers that one administers, a page at a time. Every look is noted, once, with its filter.</summary>
public sealed class RegisteredQueries
{
    public const int PageSize = 50;

    /// <summary>Beyond this a count is said as "more than".</summary>
    public const int MostCounted = 1_000;

    private readonly TupaDb _db;
    private readonly Administered _administered;
    private readonly RegisteredMatches _matches;
    private readonly IEraseBy _eraseBy;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal RegisteredQueries(TupaDb db, Administered administered, RegisteredMatches matches, IEraseBy eraseBy, Writing writing, AuditLog audit, TimeProvider clock) =>
        (_db, _administered, _matches, _eraseBy, _writing, _audit, _clock) = (db, administered, matches, eraseBy, writing, audit, clock);

    /// <summary>Null for one who administers no register. Three statements, whatever the number of people.</summary>
    /// <param name="after">The cursor of a page; null for the first.</param>
    public async Task<RegisteredList?> FindAsync(RegisteredFilter filter, string? after, Actor by, CancellationToken stop = default)
    {
        var registers = await _administered.ShownAsync(by, stop);
        if (!registers.Any) return null;

        var matching = _matches.Of(filter, registers, by);
        var onward = PeopleCursor.Of(after) is { } from
            ? matching.Where(p => SortKeys.FromOn(p.SortKey, from.SortKey) && (p.SortKey != from.SortKey || p.Id.CompareTo(from.Id) > 0))
            : matching;
        var read = await (
            from p in onward.OrderBy(p => p.SortKey).ThenBy(p => p.Id).Take(PageSize + 1)
            from a in _db.Set<CardA>().Where(c => c.Person == p.Id).DefaultIfEmpty()
            from b in _db.Set<CardB>().Where(c => c.Person == p.Id).DefaultIfEmpty()
            orderby p.SortKey, p.Id
            select new { p.Id, p.SortKey, p.Shielded, GivenA = a!.GivenName, FamilyA = a!.FamilyName, GivenB = b!.GivenName, FamilyB = b!.FamilyName, Total = matching.Take(MostCounted + 1).Count() })
            .ToListAsync(stop);

        var shown = read.Take(PageSize).ToList();
        var places = await PlacesAsync([.. shown.Select(r => r.Id)], registers, stop);
        await NoteAsync(filter, shown.Count, by, stop);
        return new(
            [.. shown.Select(r => Row(r.Id, RegisteredName.Of(registers, r.GivenA, r.FamilyA, r.GivenB, r.FamilyB), r.Shielded, [.. places[r.Id]]))],
            read.Count == 0 ? 0 : read[0].Total, read.Count > PageSize ? new PeopleCursor(shown[^1].SortKey, shown[^1].Id).ToString() : null, registers);
    }

    /// <summary>What was typed names people, so the log says only that something was.</summary>
    private Task NoteAsync(RegisteredFilter filter, int count, Actor by, CancellationToken stop) => _writing.RunAsync<bool>(() =>
    {
        var how = string.Join('.', new[] { filter.Key, filter.Searched ? "searched" : "" }.Where(w => w.Length > 0));
        _audit.Write(by, how.Length == 0 ? "register.people.viewed" : $"register.people.viewed.{how.ToLowerInvariant()}", count: count);
        return Task.FromResult(true);
    }, stop);

    private async Task<ILookup<PersonId, Place>> PlacesAsync(List<PersonId> people, Registers registers, CancellationToken stop)
    {
        var rows = people.Count == 0 ? [] : await (
            from a in _administered.Assignments(registers).Where(a => people.Contains(a.Person))
            join unit in _db.Set<Unit>() on a.Unit equals unit.Id into units
            from u in units.DefaultIfEmpty()
            join organ in _db.Set<Group>() on a.Organ equals organ.Id into organs
            from o in organs.DefaultIfEmpty()
            orderby a.UntilUtc descending, a.FirstDay, a.Id
            select new Place(a.Person, a.Population, u.NameFi ?? o.NameFi, u.NameSv ?? o.NameSv, a.FirstDay, a.UntilUtc)).ToListAsync(stop);
        return rows.ToLookup(r => r.Person);
    }

    private RegisteredRow Row(PersonId id, string name, bool shielded, List<Place> places)
    {
        var now = _clock.UtcNow();
        var lasting = places.Where(p => now < p.UntilUtc).ToList();
        var shown = lasting.Count > 0 ? lasting : places.Take(1);
        var end = places.Count > 0 ? places[0].UntilUtc : (DateTime?)null;
        var state = lasting.Count == 0 ? RegisteredState.Ended : lasting.Exists(p => p.FirstDay <= Helsinki.Day(now)) ? RegisteredState.Here : RegisteredState.Coming;
        var ends = end is { } at && at < Helsinki.Never;
        return new(
            id, name, shielded, [.. shown.Select(p => p.Population).Distinct().Order()], shielded ? null : shown.Select(p => p.Name).FirstOrDefault(n => n is not null),
            ends ? Helsinki.Day(end!.Value.AddTicks(-1)) : null, ends ? _eraseBy.EraseBy(end!.Value) : null, state);
    }

    private sealed record Place(PersonId Person, Population Population, string? NameFi, string? NameSv, DateOnly FirstDay, DateTime UntilUtc)
    {
        public string? Name => NameFi is null ? null : PersonText.Named(NameFi, NameSv!).ToString();
    }
}

/// <summary>The name on the card of a register: administrators see it after the card has gone out of sight too, until it is erased.</summary>
internal static class RegisteredName
{
    public static string Of(Registers registers, string? givenA, string? familyA, string? givenB, string? familyB) =>
        registers.A && givenA is not null ? $"{givenA} {familyA}"
        : registers.B && givenB is not null ? $"{givenB} {familyB}"
        : PersonText.Former;
}
