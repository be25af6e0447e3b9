using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>A part of the log to be written out, or why not.</summary>
public sealed record LogExportAnswer(LogQuestion? Question, Refusal? Refusal);

/// <summary>Takes a part of the log out as JSON lines: with a purpose, within limits, and with a row that says so before a byte leaves.</summary>
public sealed class LogExportActions
{
    /// <summary>The most entries in one export.</summary>
    public const int MostEntries = 100_000;

    /// <summary>So many exports somebody may make within an hour.</summary>
    public const int MostInHour = 5;

    private const int AtATime = 1_000;

    private static readonly JsonSerializerOptions Lines = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The same form sent again so soon gives the same, without another row.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly LogReading _log;
    private readonly LogQueries _queries;
    private readonly Authorities _authorities;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal LogExportActions(TupaDb db, Writing writing, LogReading log, LogQueries queries, Authorities authorities, AuditLog audit, TimeProvider clock) =>
        (_db, _writing, _log, _queries, _authorities, _audit, _clock) = (db, writing, log, queries, authorities, audit, clock);

    public async Task<LogExportAnswer> MakeAsync(LogExportId id, LogFilter filter, string? typed, Actor by, CancellationToken stop = default)
    {
        var purpose = (typed ?? "").Trim();
        var now = Instants.Whole(_clock.UtcNow());
        var may = await _authorities.ShowsAsync(by.Person, AuthorityKind.SecurityOfficer, stop);
        var people = may ? await _queries.PeopleAsync(filter, by, stop) : null;

        // What is written while it is read is no part of it.
        var asked = filter.Question(_clock.Today(), people);
        if (asked.Until > now) asked = asked with { Until = now };
        var entries = may ? await _log.Ids(asked, MostEntries + 1).CountAsync(stop) : 0;
        var row = new LogExport { Id = id, By = by.Person, At = now, Purpose = purpose, Filter = filter.Key(_clock.Today()), Entries = entries };
        var refusal = await _writing.RunAsync(async () => await PutDownAsync(row, people, filter, by, stop) is { } reason ? _audit.Refused(by, "privacy.log.export", id.Value, reason) : null, stop);
        return refusal is null ? new(asked, null) : new(null, refusal);
    }

    /// <summary>The entries, oldest first, a line each; read a thousand at a time, so that nothing lasts and nothing is held in memory. People are aliases: no names leave.</summary>
    public async Task WriteAsync(LogQuestion asked, Stream to, CancellationToken stop)
    {
        MomentCursor? after = null;
        while (true)
        {
            var entries = _log.Of(asked);
            if (after is { } from)
            {
                var (at, id) = (from.At, from.Id);
                entries = entries.Where(e => e.At > at || (e.At == at && e.Id.CompareTo(id) > 0));
            }

            var some = await entries.OrderBy(e => e.At).ThenBy(e => e.Id).Take(AtATime).ToListAsync(stop);
            foreach (var entry in some)
            {
                await JsonSerializer.SerializeAsync(to, Line.Of(entry), Lines, stop);
                await to.WriteAsync("\n"u8.ToArray(), stop);
            }

            if (some.Count < AtATime) return;
            after = new(some[^1].At, some[^1].Id);
        }
    }

    private async Task<Refusal?> PutDownAsync(LogExport row, IReadOnlyList<PersonId>? people, LogFilter filter, Actor by, CancellationToken stop)
    {
        await _writing.InTurnAsync($"log exports {by.Person}", stop);
        if (!await _authorities.HoldsAsync(by.Person, AuthorityKind.SecurityOfficer, stop: stop)) return Refusal.Absent;
        if (row.Purpose.Length is 0 or > LogExport.LongestPurpose) return new(LogText.PurposeNeeded);
        if (row.Entries == 0) return new(LogText.NothingToExport);
        if (row.Entries > MostEntries) return new(LogText.TooMany);

        var hour = row.At.AddHours(-1);
        var made = await _db.Set<LogExport>().AsNoTracking().Where(e => e.Id == row.Id || (e.By == row.By && e.At > hour)).Take(MostInHour + 1).ToListAsync(stop);
        if (made.Find(e => e.Id == row.Id) is { } before) return IsAgain(before, row) ? null : new(LogText.SentBefore);
        if (made.Count >= MostInHour) return new(LogText.TooOften);

        _db.Add(row);
        _audit.Write(by, $"privacy.log.exported.{row.Filter}", row.Id.Value, subject: people is [var one] ? one : null, space: filter.Space, count: row.Entries);
        return null;
    }

    private static bool IsAgain(LogExport before, LogExport now) =>
        before.At > now.At - Again && (before.By, before.Purpose, before.Filter) == (now.By, now.Purpose, now.Filter);

    /// <summary>An entry as it leaves.</summary>
    private sealed record Line(
        Guid Id, string At, Guid? By, string ByName, string? Population, string? Authority, string Deed, string Outcome, Guid? Thing, Guid? Subject, Guid? Space, long? Count,
        string Channel, string Reference, string? Address)
    {
        public static Line Of(LogEntry e) => new(
            e.Id, e.At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), e.ByAlias?.Value, e.ByName, e.Population, e.Authority, e.Deed, e.Outcome.ToString(), e.Thing,
            e.SubjectAlias?.Value, e.Space, e.Count, e.Way.ToString(), e.Reference, e.Address);
    }
}
