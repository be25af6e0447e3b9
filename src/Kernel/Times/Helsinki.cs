using NodaTime;

namespace Tupa.Kernel;

/// <summary>The legal day of the house: dates are days in Europe/Helsinki, instants are UTC.</summary>
public static class Helsinki
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];

    /// <summary>The end of what has no end: half-open windows are never null.</summary>
    public static readonly DateTime Never = new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The last day of an assignment that has no last day.</summary>
    public static readonly DateOnly Open = new(9999, 12, 31);

    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    public static DateOnly Today(this TimeProvider clock) => Day(clock.UtcNow());

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>The wall clock in Helsinki; its kind is unspecified.</summary>
    public static DateTime Local(DateTime utc) =>
        Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).InZone(Zone).ToDateTimeUnspecified();

    /// <summary>The instant at which a day begins in Helsinki.</summary>
    public static DateTime StartOf(DateOnly day) => day >= Open
        ? Never
        : Zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToInstant().ToDateTimeUtc();

    /// <summary>The instant at which an inclusive last day is over: the next midnight.</summary>
    public static DateTime EndOf(DateOnly lastDay) => lastDay >= Open ? Never : StartOf(lastDay.AddDays(1));

    /// <summary>A wall-clock time in Helsinki as an instant; a time that does not exist (spring) moves forward.</summary>
    public static DateTime ToUtc(DateTime local) =>
        LocalDateTime.FromDateTime(local).InZoneLeniently(Zone).ToInstant().ToDateTimeUtc();
}
