using System.Globalization;
using Microsoft.Extensions.Configuration;
using Tupa.Kernel;

namespace Tupa.Retention;

/// <summary>
/// By which day what is held of a person must be gone from the house, so that nine months after the end of use it is gone from every
/// backup too: end of use + 9 months − the longest life of a backup − a margin (statement: "enintään 9 kuukautta palvelun käytön
/// päättymisestä"). Days are Helsinki days; months are those of the calendar, clamped to the month's last day.
/// </summary>
/// <param name="BackupDays">Tupa:Privacy:BackupDays: how long the oldest backup is kept.</param>
/// <param name="MarginDays">Tupa:Privacy:MarginDays: for nights that fail, and for backups thrown away late.</param>
public sealed record EraseBy(int BackupDays, int MarginDays) : IEraseBy
{
    public const string Section = "Tupa:Privacy";
    public const int Months = 9;
    public const int DefaultBackupDays = 35;
    public const int DefaultMarginDays = 14;

    /// <summary>Who returns within this time finds everything: a feed that came late, a contract renewed after the summer.</summary>
    public const int ShortestReturn = 30;

    /// <summary>Nine months are no shorter than this: from the end of May to the end of February.</summary>
    private const int ShortestCap = 273;

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">The nine months cannot be kept, or leave no time to return.</exception>
    public static EraseBy Of(IConfiguration configuration)
    {
        var rule = new EraseBy(Days(configuration, nameof(BackupDays), DefaultBackupDays), Days(configuration, nameof(MarginDays), DefaultMarginDays));
        if (rule.MarginDays < 1) throw new InvalidOperationException($"{Section}:MarginDays must be at least 1: a night can fail, and what is due must be gone all the same.");

        var left = ShortestCap - rule.BackupDays - rule.MarginDays;
        return left switch
        {
            <= 0 => throw new InvalidOperationException(
                $"Backups kept for {rule.BackupDays} days and a margin of {rule.MarginDays} outlive the nine months of the statement. "
                + $"Keep backups for less, and write {Section}:BackupDays and {Section}:MarginDays so that together they are at most {ShortestCap - ShortestReturn}."),
            < ShortestReturn => throw new InvalidOperationException(
                $"{Section}:BackupDays {rule.BackupDays} and {Section}:MarginDays {rule.MarginDays} leave {left} days between the end of use and the erasure. "
                + $"Whoever returns needs {ShortestReturn}: together they are at most {ShortestCap - ShortestReturn}."),
            _ => rule,
        };
    }

    /// <summary>The last day of use, for a use that ends at this instant (at midnight: the day before).</summary>
    public static DateOnly LastDay(DateTime endOfUse) => endOfUse >= Helsinki.Never ? Helsinki.Open : Helsinki.Day(endOfUse.AddTicks(-1));

    /// <summary>The day by whose end nothing may be left anywhere.</summary>
    public static DateOnly Cap(DateOnly lastDay) => lastDay >= Helsinki.Open ? Helsinki.Open : lastDay.AddMonths(Months);

    /// <summary>The day by whose end it is gone from the house. Open where the use has no end.</summary>
    public DateOnly Day(DateOnly lastDay) => lastDay >= Helsinki.Open ? Helsinki.Open : Cap(lastDay).AddDays(-BackupDays - MarginDays);

    /// <inheritdoc cref="Day(DateOnly)"/>
    public DateOnly Day(DateTime endOfUse) => Day(LastDay(endOfUse));

    DateOnly? IEraseBy.EraseBy(DateTime usedUntil) => usedUntil >= Helsinki.Never ? null : Day(usedUntil);

    /// <summary>Whose use ended at this instant or before is due on this day: the same question the other way round, for one range of an index.</summary>
    public DateTime EndedBy(DateOnly day)
    {
        var last = day.AddDays(BackupDays + MarginDays).AddMonths(-Months);
        while (Day(last) > day) last = last.AddDays(-1);
        while (Day(last.AddDays(1)) <= day) last = last.AddDays(1);
        return Helsinki.EndOf(last);
    }

    private static int Days(IConfiguration configuration, string name, int otherwise) => configuration[$"{Section}:{name}"] switch
    {
        null or "" => otherwise,
        var written when int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days < 10_000 => days,
        var written => throw new InvalidOperationException($"{Section}:{name} is \"{written}\". Write a number of days, or leave it out for {otherwise}."),
    };
}
