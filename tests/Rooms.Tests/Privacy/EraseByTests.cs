using Microsoft.Extensions.Configuration;
using Tupa.Kernel;
using Tupa.Retention;
using Tupa.Server;

namespace Tupa.Tests;

/// <summary>Nine months is a hard cap: the day is computed so that no backup outlives it either.</summary>
public sealed class EraseByTests
{
    private static readonly EraseBy Usual = new(EraseBy.DefaultBackupDays, EraseBy.DefaultMarginDays);

    [Theory]
    [InlineData("2027-05-31", "2028-02-29", "2028-01-11")]
    [InlineData("2026-05-31", "2027-02-28", "2027-01-10")]
    [InlineData("2026-12-31", "2027-09-30", "2027-08-12")]
    [InlineData("2026-01-15", "2026-10-15", "2026-08-27")]
    public void Months_are_those_of_the_calendar_and_clamped_to_their_last_day(string last, string cap, string eraseBy)
    {
        Assert.Equal(DateOnly.Parse(cap, null), EraseBy.Cap(DateOnly.Parse(last, null)));
        Assert.Equal(DateOnly.Parse(eraseBy, null), Usual.Day(DateOnly.Parse(last, null)));
    }

    [Fact]
    public void An_end_at_midnight_is_of_the_day_before_and_one_at_noon_of_its_own()
    {
        var day = new DateOnly(2027, 3, 28);
        Assert.Equal(day, EraseBy.LastDay(Helsinki.EndOf(day)));
        Assert.Equal(day, EraseBy.LastDay(Helsinki.ToUtc(new DateTime(2027, 3, 28, 12, 0, 0))));
        Assert.Equal(Helsinki.Open, Usual.Day(Helsinki.Never));
    }

    /// <summary>Every end over 27 years, through leap years, month ends and both changes of the clock, and other rules beside the usual one.</summary>
    [Fact]
    public void Over_ten_thousand_days_nothing_outlives_nine_months_and_nobody_goes_before_an_earlier_leaver()
    {
        foreach (var rule in new[] { Usual, new EraseBy(0, 1), new EraseBy(200, 43) })
        {
            var before = DateOnly.MinValue;
            for (var i = 0; i < 10_000; i++)
            {
                var last = new DateOnly(2024, 1, 1).AddDays(i);
                var end = Helsinki.EndOf(last);
                var (day, cap) = (rule.Day(end), EraseBy.Cap(last));

                // The oldest backup that can hold the person is made on the day itself, and thrown away with the margin to spare.
                Assert.Equal(cap.AddDays(-rule.MarginDays), day.AddDays(rule.BackupDays));
                Assert.True(cap.DayNumber - last.DayNumber <= 276 && (cap.Month - last.Month + 12) % 12 == 9);
                Assert.Equal(Math.Min(last.Day, DateTime.DaysInMonth(cap.Year, cap.Month)), cap.Day);
                Assert.True(day >= last.AddDays(EraseBy.ShortestReturn), $"{last} leaves no time to return");
                Assert.True(day >= before, $"{last} goes before an earlier leaver");
                before = day;

                // The question asked the other way round, for the index, gives the same people: at the very tick and one beside it.
                Assert.True(end <= rule.EndedBy(day), $"{last} is not due on {day}");
                Assert.False(end <= rule.EndedBy(day.AddDays(-1)), $"{last} is due before {day}");
                Assert.Equal(day, rule.Day(Helsinki.StartOf(last).AddHours(11)));
            }
        }
    }

    [Theory]
    [InlineData("BackupDays", "260", "outlive the nine months")]
    [InlineData("BackupDays", "240", "leave 19 days between")]
    [InlineData("BackupDays", "many", "Write a number of days")]
    [InlineData("MarginDays", "0", "at least 1")]
    [InlineData("MarginDays", "-3", "Write a number of days")]
    public void What_cannot_keep_the_nine_months_stops_the_start_with_a_sentence(string name, string value, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<ImpossibleSettingException>(() => Settings.Read([new($"Tupa:Privacy:{name}", value)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_city_may_keep_its_backups_for_longer_or_shorter()
    {
        var rule = EraseBy.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Tupa:Privacy:BackupDays", "90"), new("Tupa:Privacy:MarginDays", "7")]).Build());
        Assert.Equal(new DateOnly(2026, 10, 15).AddDays(-97), rule.Day(new DateOnly(2026, 1, 15)));
    }
}
