using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Privacy;

/// <summary>An entry with the names that the reader may see.</summary>
/// <param name="By">Null for the house, for visitors and for those who have been erased.</param>
/// <param name="Erased">Done by somebody who has been erased.</param>
/// <param name="Space">Its name; null for one that is confidential or no longer there.</param>
public sealed record LogRow(LogEntry Entry, PersonName? By, bool Erased, PersonName? Subject, bool SubjectErased, string? Space);

/// <summary>A page of the log, newest first.</summary>
/// <param name="From">The first day that was looked at.</param>
/// <param name="Found">How many people the typed words found; null where nothing was typed.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record LogPageRows(IReadOnlyList<LogRow> Rows, DateOnly From, DateOnly To, int? Found, string? Next);

/// <summary>A part of the log that was taken out.</summary>
public sealed record LogExportRow(LogExportId Id, DateTime At, PersonName? By, string Purpose, string Filter, int Entries);

/// <summary>The log as the security officer reads it. Every look is noted, with what was asked for.</summary>
public sealed class LogQueries(TupaDb db, LogReading log, Authorities authorities, PeopleSearch search, PeopleNames names, SpaceNames spaces, AuditChain chain, Writing writing, AuditLog audit, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>A word that finds more people than this is no filter.</summary>
    public const int MostPeople = 20;

    /// <summary>Null for one who is not security officer: the page is then not there. Three statements, and the note.</summary>
    public async Task<LogPageRows?> FindAsync(LogFilter filter, string? before, Actor by, CancellationToken stop = default)
    {
        if (!await authorities.ShowsAsync(by.Person, AuthorityKind.SecurityOfficer, stop)) return null;

        var people = await PeopleAsync(filter, by, stop);
        var read = await ReadAsync(filter, people, before, stop);
        var shown = read.Take(PageSize).ToList();
        var known = await names.ForAsync([.. shown.SelectMany(r => new[] { r.Entry.By, r.Entry.Subject }).OfType<PersonId>()], by, stop);
        await NoteAsync(filter, people, shown.Count, by, stop);

        var (from, to) = filter.Days(clock.Today());
        return new([.. shown.Select(r => Row(r, known))], from, to, people?.Count, read.Count > PageSize ? new MomentCursor(shown[^1].Entry.At, shown[^1].Entry.Id).ToString() : null);
    }

    /// <summary>When the chain was verified last; null where it never was.</summary>
    public Task<LastVerification?> VerifiedAsync(CancellationToken stop = default) => chain.LastAsync(stop);

    /// <summary>What has been taken out of the log, newest first, for the security officer and the data protection officer; null for anybody else.</summary>
    public async Task<IReadOnlyList<LogExportRow>?> ExportsAsync(Actor by, CancellationToken stop = default)
    {
        if (!await authorities.ShowsAsync(by.Person, AuthorityKind.SecurityOfficer, stop) && !await authorities.ShowsAsync(by.Person, AuthorityKind.DataProtectionOfficer, stop)) return null;

        var rows = await db.Set<LogExport>().AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(PageSize).ToListAsync(stop);
        var known = await names.ForAsync([.. rows.Select(r => r.By).OfType<PersonId>()], by, stop);
        await writing.RunAsync(() =>
        {
            audit.Write(by, "privacy.log-exports.viewed", count: rows.Count);
            return Task.FromResult(true);
        }, stop);
        return [.. rows.Select(r => new LogExportRow(r.Id, r.At, r.By is { } who ? known[who] : null, r.Purpose, r.Filter, r.Entries))];
    }

    /// <summary>Those whom the typed words find, of those whom the reader sees; null where nothing was typed.</summary>
    internal async Task<IReadOnlyList<PersonId>?> PeopleAsync(LogFilter filter, Actor by, CancellationToken stop) =>
        filter.Searched ? await search.IdsAsync(filter.Typed!, by, MostPeople, stop: stop) : null;

    private Task<List<Named>> ReadAsync(LogFilter filter, IReadOnlyList<PersonId>? people, string? before, CancellationToken stop)
    {
        var entries = log.Of(filter.Question(clock.Today(), people));
        if (MomentCursor.Of(before) is { } from)
        {
            var (at, id) = (from.At, from.Id);
            entries = entries.Where(e => e.At < at || (e.At == at && e.Id.CompareTo(id) < 0));
        }

        return (
            from entry in entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(PageSize + 1)
            from space in spaces.Tellable.Where(s => s.Id.Value == entry.Space).DefaultIfEmpty()
            orderby entry.At descending, entry.Id descending
            select new Named { Entry = entry, Space = space.Name }).ToListAsync(stop);
    }

    /// <summary>What was typed names people, so the log says whom it found and nothing more.</summary>
    private Task NoteAsync(LogFilter filter, IReadOnlyList<PersonId>? people, int count, Actor by, CancellationToken stop) => writing.RunAsync(() =>
    {
        audit.Write(by, $"privacy.log.viewed.{filter.Key(clock.Today())}", subject: people is [var one] ? one : null, space: filter.Space, count: count);
        return Task.FromResult(true);
    }, stop);

    private static LogRow Row(Named row, IReadOnlyDictionary<PersonId, PersonName> known) => new(
        row.Entry,
        row.Entry.By is { } by ? known[by] : null, row.Entry is { ByAlias: not null, By: null },
        row.Entry.Subject is { } subject ? known[subject] : null, row.Entry is { SubjectAlias: not null, Subject: null },
        row.Space);

    private sealed class Named
    {
        public required LogEntry Entry { get; init; }
        public required string? Space { get; init; }
    }
}
