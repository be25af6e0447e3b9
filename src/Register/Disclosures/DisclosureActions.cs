using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What is asked for: by whom it is listed, what it carries, and why.</summary>
public sealed record DisclosureInput(DisclosureId Id, RegisteredFilter Filter, IReadOnlyList<string> Columns, string? Purpose);

/// <summary>A list, or why not.</summary>
public sealed record DisclosureAnswer(byte[]? Csv, Refusal? Refusal);

/// <summary>Takes lists out of the register: with a purpose, within limits, and each with a row that says so before a byte leaves.</summary>
public sealed class DisclosureActions
{
    /// <summary>The longest list there is.</summary>
    public const int MostPeople = 5_000;

    /// <summary>So many lists somebody may take within an hour.</summary>
    public const int MostInHour = 5;

    /// <summary>The same form sent again so soon gives the same list, without another row.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly Administered _administered;
    private readonly DisclosedRows _rows;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal DisclosureActions(TupaDb db, Writing writing, Administered administered, DisclosedRows rows, AuditLog audit, TimeProvider clock) =>
        (_db, _writing, _administered, _rows, _audit, _clock) = (db, writing, administered, rows, audit, clock);

    /// <summary>The list is read first, so that the row says exactly how many are on it.</summary>
    /// <param name="input">What was typed into a search is no part of it: the filter's fixed words say the whole of what was taken.</param>
    public async Task<DisclosureAnswer> MakeAsync(DisclosureInput input, Actor by, CancellationToken stop = default)
    {
        var filter = input.Filter with { Typed = null };
        var registers = await _administered.OfAsync(by, stop);
        var columns = DisclosedColumns.Of(registers).Where(c => input.Columns.Contains(c, StringComparer.Ordinal)).ToList();
        var purpose = (input.Purpose ?? "").Trim();
        var rows = registers.Any && RefusalOf(purpose, 1) is null ? await _rows.ReadAsync(filter, registers, columns, MostPeople + 1, by, stop) : [];
        var row = new Disclosure
        {
            Id = input.Id,
            By = by.Person,
            At = _clock.UtcNow(),
            Purpose = purpose,
            Registers = registers.Key,
            Filter = filter.Key,
            Columns = DisclosedColumns.Key(columns),
            People = rows.Count,
        };
        var refusal = await _writing.RunAsync(async () => await PutDownAsync(row, by, stop) is { } reason ? _audit.Refused(by, "register.disclosure.make", row.Id.Value, reason) : null, stop);
        return refusal is null
            ? new(DisclosureCsv.Write([FieldText.Name, .. columns.Select(c => DisclosedColumns.Label(c).ToString())], rows), null)
            : new(null, refusal);
    }

    private async Task<Refusal?> PutDownAsync(Disclosure row, Actor by, CancellationToken stop)
    {
        await _writing.InTurnAsync($"disclosures {by.Person}", stop);

        // Asked again: the list is read before the writing, and a right may have ended meanwhile.
        var registers = await _administered.OfAsync(by, stop);
        if (!registers.Any || registers.Key != row.Registers) return Refusal.Absent;
        if (RefusalOf(row.Purpose, row.People) is { } reason) return new(reason);

        var hour = row.At.AddHours(-1);
        var made = await _db.Set<Disclosure>().AsNoTracking().Where(d => d.Id == row.Id || (d.By == row.By && d.At > hour)).Take(MostInHour + 1).ToListAsync(stop);
        if (made.Find(d => d.Id == row.Id) is { } before) return IsAgain(before, row) ? null : new(DisclosureText.SentBefore);
        if (made.Count >= MostInHour) return new(DisclosureText.TooOften);

        _db.Add(row);
        _audit.Write(by, "register.disclosure.made", row.Id.Value, count: row.People);
        return null;
    }

    private static Text? RefusalOf(string purpose, int people) =>
        purpose.Length is 0 or > Disclosure.LongestPurpose ? DisclosureText.PurposeNeeded
        : people == 0 ? DisclosureText.Nobody
        : people > MostPeople ? DisclosureText.TooMany
        : null;

    private static bool IsAgain(Disclosure before, Disclosure now) => before.At > now.At - Again
        && (before.By, before.Purpose, before.Registers, before.Filter, before.Columns, before.People) == (now.By, now.Purpose, now.Registers, now.Filter, now.Columns, now.People);
}
