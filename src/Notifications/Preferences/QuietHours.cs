using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>Hours of the Helsinki day in which no mail comes. From the first to the second, over midnight where the first is later; the same hour twice is none.</summary>
public readonly record struct QuietHours(int From, int Until, bool Weekends)
{
    /// <summary>After work, until work, and weekends.</summary>
    public static readonly QuietHours Default = new(17, 7, Weekends: true);

    public bool AreQuiet(DateTime utc)
    {
        var local = Helsinki.Local(utc);
        if (Weekends && local.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday)) return true;
        return From < Until ? local.Hour >= From && local.Hour < Until
            : From > Until && (local.Hour >= From || local.Hour < Until);
    }

    /// <summary>The first whole hour from this instant on that is not quiet; the instant itself where it is not. Within five days, or the instant: hours that never end are no hours.</summary>
    public DateTime EndFrom(DateTime utc)
    {
        if (!AreQuiet(utc)) return utc;

        var local = Helsinki.Local(utc);
        var hour = local.Date.AddHours(local.Hour);
        for (var i = 1; i <= 5 * 24; i++)
        {
            var next = Helsinki.ToUtc(hour.AddHours(i));
            if (!AreQuiet(next)) return next;
        }

        return utc;
    }
}
