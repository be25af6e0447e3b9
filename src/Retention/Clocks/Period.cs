using Tupa.Kernel;

namespace Tupa.Retention;

/// <summary>How long a class lasts: a number and its unit. The last day is one that a thing is still kept on; days are Helsinki days, months those of the calendar.</summary>
public readonly record struct Period(int Length, PeriodUnit Unit)
{
    /// <summary>What happened before this instant has been kept for as long as it may be.</summary>
    public DateTime Before(DateTime now)
    {
        if (Unit == PeriodUnit.Hours) return now.AddHours(-Length);

        // A month is clamped to its last day, so the way back is not the way there: the first day that lasts until today is looked for.
        var today = Helsinki.Day(now);
        var first = Move(today, -Length);
        while (Move(first, Length) < today) first = first.AddDays(1);
        while (Move(first.AddDays(-1), Length) >= today) first = first.AddDays(-1);
        return Helsinki.StartOf(first);
    }

    private DateOnly Move(DateOnly day, int by) => Unit switch
    {
        PeriodUnit.Months => day.AddMonths(by),
        PeriodUnit.Years => day.AddYears(by),
        PeriodUnit.Days or PeriodUnit.Hours => day.AddDays(by),
    };
}
