using System.Globalization;

namespace Tupa.Kernel;

/// <summary>Dates, times and numbers as people of the house write them. Instants are UTC; days are Helsinki days.</summary>
public static class Say
{
    /// <summary>23.11.2026.</summary>
    public static string Day(DateTime utc) => Day(Helsinki.Day(utc));

    /// <inheritdoc cref="Day(DateTime)"/>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}.{day.Month}.{day.Year}");

    /// <summary>klo 8.42, with a hard space; kl. in Swedish, bare in English.</summary>
    public static string Time(DateTime utc)
    {
        var local = Helsinki.Local(utc);
        var clock = string.Create(CultureInfo.InvariantCulture, $"{local.Hour}.{local.Minute:00}");
        return new Text(Fi: $"klo\u00a0{clock}", Sv: $"kl.\u00a0{clock}", En: clock.Replace('.', ':'));
    }

    /// <summary>tänään klo 8.42; eilen klo 15.20; pe 20.11. klo 14.31; 20.11.2025 klo 14.31.</summary>
    public static string Moment(DateTime utc, DateTime nowUtc)
    {
        var day = Helsinki.Day(utc);
        var today = Helsinki.Day(nowUtc);
        if (day == today) return $"{new Text(Fi: "tänään", Sv: "i dag", En: "today")} {Time(utc)}";
        if (day == today.AddDays(-1)) return $"{new Text(Fi: "eilen", Sv: "i går", En: "yesterday")} {Time(utc)}";
        if (day == today.AddDays(1)) return $"{new Text(Fi: "huomenna", Sv: "i morgon", En: "tomorrow")} {Time(utc)}";

        var written = day.Year == today.Year
            ? string.Create(CultureInfo.InvariantCulture, $"{WeekDay(day)} {day.Day}.{day.Month}.")
            : Day(day);
        return $"{written} {Time(utc)}";
    }

    /// <summary>ma, ti, ke …; må, ti, on …; Mon, Tue, Wed ….</summary>
    public static string WeekDay(DateOnly day) => day.ToString("ddd", Language.Culture(Language.Current));

    /// <summary>1 138, with a hard space between thousands.</summary>
    public static string Number(long n) => Number(n, Language.Current);

    /// <inheritdoc cref="Number(long)"/>
    public static string Number(long n, string language) => n.ToString("N0", Language.Culture(language)).Replace(' ', '\u00a0');

    /// <summary>Bytes as people read them: 12 kt, 3,4 Mt (kB and MB in Swedish and English).</summary>
    public static string Bytes(long bytes)
    {
        var culture = Language.Culture(Language.Current);
        var (unitFi, unit, value) = bytes switch
        {
            < 1_000 => ("t", "B", (double)bytes),
            < 1_000_000 => ("kt", "kB", bytes / 1e3),
            < 1_000_000_000 => ("Mt", "MB", bytes / 1e6),
            _ => ("Gt", "GB", bytes / 1e9),
        };
        var number = value.ToString(value < 10 && bytes >= 1_000 ? "0.#" : "0", culture);
        return $"{number}\u00a0{new Text(Fi: unitFi, Sv: unit, En: unit)}";
    }
}
