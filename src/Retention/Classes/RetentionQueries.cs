using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Retention;

/// <summary>A class of the plan as pages show it.</summary>
/// <param name="Period">How long, in words: "2 vuotta".</param>
public sealed record RetentionRow(RetentionClassId Id, string Code, Text Name, Text Period, Text Start, bool ForSpaces);

/// <summary>Reads the classes of the plan.</summary>
public sealed class RetentionQueries(TupaDb db)
{
    /// <summary>All classes, by code.</summary>
    public async Task<IReadOnlyList<RetentionRow>> AllAsync(CancellationToken stop) =>
        [.. (await db.Set<RetentionClass>().OrderBy(c => c.Code).ToListAsync(stop)).Select(Row)];

    /// <summary>How long a class lasts, as the plan stands now; null where it has no such class.</summary>
    public async Task<Period?> PeriodAsync(RetentionClassId id, CancellationToken stop) =>
        await db.Set<RetentionClass>().AsNoTracking().Where(c => c.Id == id).Select(c => new { c.Period, c.Unit }).SingleOrDefaultAsync(stop) is { } found
            ? new(found.Period, found.Unit)
            : null;

    private static RetentionRow Row(RetentionClass c) => new(
        c.Id, c.Code, new(c.NameFi, c.NameSv, c.NameEn), Words(c.Period, c.Unit), new(c.StartFi, c.StartSv, c.StartEn), c.ForSpaces);

    private static Text Words(int n, PeriodUnit unit) => unit switch
    {
        PeriodUnit.Hours => Text.Count(n, new("1 tunti", "1 timme", "1 hour"), new("{n} tuntia", "{n} timmar", "{n} hours")),
        PeriodUnit.Days => Text.Count(n, new("1 päivä", "1 dag", "1 day"), new("{n} päivää", "{n} dagar", "{n} days")),
        PeriodUnit.Months => Text.Count(n, new("1 kuukausi", "1 månad", "1 month"), new("{n} kuukautta", "{n} månader", "{n} months")),
        _ => Text.Count(n, new("1 vuosi", "1 år", "1 year"), new("{n} vuotta", "{n} år", "{n} years")),
    };
}
