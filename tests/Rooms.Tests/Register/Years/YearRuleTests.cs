using Tupa.Register;

namespace Tupa.Tests;

/// <summary>The rules of a change of school year that need no house.</summary>
public sealed class YearRuleTests : IDisposable
{
    private readonly DeliveryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2027-05-20", "2027-08-01")]
    [InlineData("2027-08-01", "2027-08-01")]
    [InlineData("2027-08-02", "2027-08-02")]
    [InlineData("2027-01-15", "2027-01-15")]
    public void The_usual_day_is_the_first_of_August_where_that_is_near(string today, string day) => Assert.Equal(Day(day), YearChange.UsualDay(Day(today)));

    [Theory]
    [InlineData(1000, 400, 10, 0, 0, true)]
    [InlineData(1000, 400, 11, 0, 0, false)]
    [InlineData(40, 400, 1, 0, 0, false)]
    [InlineData(1000, 400, 0, 18, 2, true)]
    [InlineData(1000, 400, 0, 18, 3, false)]
    [InlineData(0, 0, 0, 0, 0, true)]
    [InlineData(0, 0, 0, 1, 0, false)]
    public void Little_may_come_after_the_approval(int live, int approved, int leaving, int other, int groups, bool small) =>
        Assert.Equal(small, new YearDrift(leaving, other, groups).IsSmall(live, approved));

    [Theory]
    [InlineData("2027-05-20", "2027-08-11")]
    [InlineData("2027-08-11", "2027-08-11")]
    [InlineData("2027-08-12", null)]
    public void The_next_school_year_is_the_first_that_has_not_begun(string today, string? next)
    {
        var years = new SchoolYears();
        years.Add("schoolYear", Day("2026-08-11"));
        years.Add("term", Day("2027-08-01"));
        years.Add("schoolYear", Day("2027-08-11"));

        Assert.Equal(next is null ? null : Day(next), years.Next(Day(today)));
    }

    [Fact]
    public async Task A_OneRoster_package_is_read_as_of_the_first_day_of_its_school_year()
    {
        var reader = new OneRosterReader(new(), SchoolFeeds.Spring());
        var file = _folder.Put(RosterMaker.Make(new(40, Year: 2026)));

        Assert.Equal(Day("2026-08-08"), (await FeedReading.Of(reader, file with { Year = new(null) })).Good().Feed!.Day);
        Assert.Equal(Day("2026-08-01"), (await FeedReading.Of(reader, file with { Year = new(Day("2026-08-01")) })).Good().Feed!.Day);
        Assert.Null((await FeedReading.Of(reader, file)).Good().Feed!.Day);
    }

    [Fact]
    public async Task The_class_on_the_card_is_that_of_the_day_which_is_asked_for()
    {
        var clock = new TestClock();
        clock.StopAt(new(2026, 5, 20, 9, 0, 0, DateTimeKind.Utc));
        var reader = new OneRosterReader(new(), clock);
        var file = _folder.Put(DeliveryFolder.WithText(RosterMaker.Make(new(40, Year: 2026)), "enrollments.csv", Both));

        var (now, then) = ((await FeedReading.Of(reader, file)).Good().Person(RosterMaker.Key(1)), (await FeedReading.Of(reader, file with { Year = new(null) })).Good().Person(RosterMaker.Key(1)));

        Assert.Equal(("1A", "2A"), (now.ClassName, then.ClassName));
    }

    [Fact]
    public async Task A_real_School_Data_Sync_set_says_when_its_year_begins()
    {
        var folder = Environment.GetEnvironmentVariable("TUPA_EXTERNAL_DATA");
        Assert.SkipWhen(folder is null, "TUPA_EXTERNAL_DATA does not name a folder with a School Data Sync set");
        File.WriteAllText(_folder.Path("koulut.json"), """{ "codes": { "110001": "01901", "110003": "03764" } }""");
        var clock = new TestClock();
        clock.StopAt(new(2021, 6, 1, 9, 0, 0, DateTimeKind.Utc));
        var reader = new SdsReader(SchoolFeeds.Settings(("Tupa:Sources:Institutions", _folder.Path("koulut.json"))), clock);
        var set = _folder.Zip([.. Directory.GetFiles(Path.Combine(folder!, "sds-v2.1")).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path)))]);

        var read = (await FeedReading.Of(reader, set with { Year = new(null) })).Good();

        Assert.Equal(Day("2021-08-24"), read.Feed!.Day);
        Assert.Equal(6, read.Feed.Count);
    }

    /// <summary>The first pupil is in 1A until the summer and in 2A from the autumn on.</summary>
    private static string Both(string enrolments)
    {
        var lines = enrolments.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(l => !l.Contains(RosterMaker.Key(1), StringComparison.Ordinal)).ToList();
        lines.Add($"e1,,,lk-0-0,koulu0,{RosterMaker.Key(1)},student,,2025-08-08,2026-06-01");
        lines.Add($"e2,,,lk-0-1,koulu0,{RosterMaker.Key(1)},student,,2026-08-08,2027-06-01");
        return string.Join("\r\n", lines) + "\r\n";
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
