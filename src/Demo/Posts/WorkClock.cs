using Tupa.Kernel;

namespace Tupa.Demo;

/// <summary>When people of a city write: on weekdays, most before and after lunch, little in July, the evenings for the council.</summary>
internal static class WorkClock
{
    /// <summary>Moments from the first day to now, in order, in UTC.</summary>
    public static List<DateTime> Moments(Dice dice, DateTime now, DateOnly first, int count, bool evenings)
    {
        var moments = new List<DateTime>(count);
        var today = Helsinki.Day(now);
        var days = today.DayNumber - first.DayNumber;
        while (moments.Count < count)
        {
            // A little more of late than long ago.
            var back = (int)(Math.Pow(dice.Part(), 1.35) * days);
            var day = today.AddDays(-back);
            if (!dice.Falls(Weight(day))) continue;

            var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(Minute(dice, evenings));
            var utc = Helsinki.ToUtc(local);
            if (utc < now.AddMinutes(-20)) moments.Add(utc);
        }

        moments.Sort();
        return moments;
    }

    private static double Weight(DateOnly day)
    {
        var week = day.DayOfWeek switch { DayOfWeek.Saturday => 0.05, DayOfWeek.Sunday => 0.07, DayOfWeek.Friday => 0.8, _ => 1.0 };
        var year = day.Month switch { 7 => 0.18, 6 => day.Day > 20 ? 0.25 : 0.8, 12 => day.Day > 22 ? 0.15 : 0.9, _ => 1.0 };
        return week * year;
    }

    private static double Minute(Dice dice, bool evenings)
    {
        if (evenings && dice.Falls(0.5)) return (17 * 60) + (dice.Part() * 240);
        return dice.Part() switch
        {
            < 0.48 => (7.3 * 60) + (dice.Part() * 3.7 * 60),
            < 0.92 => (12 * 60) + (dice.Part() * 4.2 * 60),
            _ => (16.5 * 60) + (dice.Part() * 4.5 * 60),
        };
    }
}
