using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// Rows of the register as their person takes them along: every column under its own name, groups and units by theirs. Nobody else stands
/// in them: an id of another person, or of another's duty, is left out (GDPR, article 15(4)), and so are digests and sort keys, which say
/// nothing.
/// </summary>
internal sealed class RegisterRows
{
    private static readonly Text Self = new(Fi: "sinä", Sv: "du", En: "you");

    private readonly TupaDb _db;
    private readonly PersonId _person;
    private readonly HashSet<Guid> _duties;
    private readonly Dictionary<Guid, string> _places;

    private RegisterRows(TupaDb db, PersonId person, HashSet<Guid> duties, Dictionary<Guid, string> places) =>
        (_db, _person, _duties, _places) = (db, person, duties, places);

    public static async Task<RegisterRows> OfAsync(TupaDb db, PersonId person, CancellationToken stop)
    {
        var own = db.Set<Assignment>().Where(a => a.Person == person);
        var duties = await own.Select(a => a.Id).ToListAsync(stop);
        var groups = await db.Set<Group>()
            .Where(g => db.Set<GroupMember>().Any(m => m.Person == person && m.Group == g.Id) || own.Any(a => a.Organ == g.Id || a.Duty == g.Id))
            .Select(g => new { g.Id, g.NameFi, g.NameSv }).ToListAsync(stop);
        var units = await db.Set<Unit>()
            .Where(u => own.Any(a => a.Unit == u.Id) || db.Set<CardB>().Any(c => c.Person == person && c.School == u.Id))
            .Select(u => new { u.Id, u.NameFi, u.NameSv }).ToListAsync(stop);

        var places = groups.ToDictionary(g => g.Id.Value, g => new Text(g.NameFi, g.NameSv, g.NameFi).ToString());
        foreach (var unit in units) places[unit.Id.Value] = new Text(unit.NameFi, unit.NameSv, unit.NameFi);
        return new(db, person, [.. duties.Select(d => d.Value)], places);
    }

    /// <param name="without">Columns of these rows that are about others.</param>
    public async IAsyncEnumerable<PersonalRow> ReadAsync<TEntity>(
        IQueryable<TEntity> rows, [EnumeratorCancellation] CancellationToken stop, params string[] without)
        where TEntity : class
    {
        var entity = _db.Model.FindEntityType(typeof(TEntity))!;
        var (table, columns) = (entity.GetTableName()!, entity.GetProperties().Where(p => IsSaid(p) && !without.Contains(p.GetColumnName())).ToList());
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            yield return new(table, columns.ToDictionary(p => p.GetColumnName(), p => Said(p.PropertyInfo?.GetValue(row)), StringComparer.Ordinal));
    }

    private static bool IsSaid(IProperty property) => property.ClrType != typeof(byte[]);

    private string? Said(object? value) => value switch
    {
        null => null,
        PersonId person => person == _person ? Self.ToString() : null,
        AssignmentId duty => _duties.Contains(duty.Value) ? duty.ToString() : null,
        GroupId group => _places.GetValueOrDefault(group.Value) ?? group.ToString(),
        UnitId unit => _places.GetValueOrDefault(unit.Value) ?? unit.ToString(),
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
