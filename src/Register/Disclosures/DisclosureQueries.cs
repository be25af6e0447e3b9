using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A list that was taken out.</summary>
/// <param name="By">Null once erased.</param>
public sealed record DisclosureRow(DisclosureId Id, DateTime At, PersonName? By, string Purpose, Registers Registers, RegisteredFilter Filter, IReadOnlyList<Text> Columns, int People);

/// <summary>A page of them, newest first.</summary>
public sealed record DisclosureList(IReadOnlyList<DisclosureRow> Rows, string? Next);

/// <summary>Reads what has been taken out of the registers, for their administrators and the data protection officer. Every look is noted.</summary>
public sealed class DisclosureQueries(TupaDb db, Authorities authorities, PeopleNames names, Writing writing, AuditLog audit)
{
    public const int PageSize = 50;

    /// <summary>Whether the page is there for this actor.</summary>
    public async Task<bool> SeesAsync(Actor by, CancellationToken stop = default) =>
        await authorities.ShowsAsync(by.Person, AuthorityKind.RegisterAdministrator, stop) || await authorities.ShowsAsync(by.Person, AuthorityKind.DataProtectionOfficer, stop);

    /// <summary>Null for one for whom the page is not there.</summary>
    public async Task<DisclosureList?> FindAsync(string? before, Actor by, CancellationToken stop = default)
    {
        if (!await SeesAsync(by, stop)) return null;

        var rows = db.Set<Disclosure>().AsNoTracking();
        if (MomentCursor.Of(before) is { } from)
        {
            var (at, id) = (from.At, new DisclosureId(from.Id));
            rows = rows.Where(d => d.At < at || (d.At == at && d.Id.CompareTo(id) < 0));
        }

        var read = await rows.OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Take(PageSize + 1).ToListAsync(stop);
        var shown = read.Take(PageSize).ToList();
        var people = await names.ForAsync([.. shown.Select(d => d.By).OfType<PersonId>()], by, stop);
        await writing.RunAsync<bool>(() =>
        {
            audit.Write(by, "register.disclosures.viewed", count: shown.Count);
            return Task.FromResult(true);
        }, stop);
        return new(
            [.. shown.Select(d => new DisclosureRow(
                d.Id, d.At, d.By is { } who ? people[who] : null, d.Purpose, Registers.Of(d.Registers), RegisteredFilter.OfKey(d.Filter),
                [.. DisclosedColumns.OfKey(d.Columns).Select(DisclosedColumns.Label).Prepend(FieldText.Name)], d.People))],
            read.Count > PageSize ? new MomentCursor(shown[^1].At, shown[^1].Id.Value).ToString() : null);
    }
}
