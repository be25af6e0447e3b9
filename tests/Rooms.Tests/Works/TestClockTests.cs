using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>What the tests themselves stand on.</summary>
public sealed class TestClockTests
{
    [Theory]
    [InlineData("2026-07-06T04:00:00Z", "2026-07-06T07:00:00Z")] // Seven in the morning in Helsinki.
    [InlineData("2026-07-06T19:30:00Z", "2026-07-07T07:00:00Z")] // Half past ten in the evening.
    [InlineData("2026-07-05T21:30:00Z", "2026-07-06T07:00:00Z")] // Tomorrow already, though not in UTC.
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T08:00:00Z")] // The night in which summer time ends.
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01T08:00:00Z")]
    public void A_house_of_a_test_begins_in_the_morning_whenever_it_is_run(string now, string begins) =>
        Assert.Equal(Instant(begins), TestClock.Morning(Instant(now)));

    [Fact]
    public async Task It_is_morning_in_every_house_of_a_test_and_in_the_processes_that_stand_at_the_same_place()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var (place, now) = (Place.Of(house), house.Now);
        Assert.Equal(10, Helsinki.Local(now).Hour);
        Assert.InRange(place.Ahead, TimeSpan.Zero, TimeSpan.FromHours(25));
        house.Clock.StopAt(now.AddDays(3));
        Assert.InRange(Place.Of(house).Ahead - place.Ahead, TimeSpan.FromDays(2.9), TimeSpan.FromDays(3));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_the_database_complained_of_stands_in_the_output_of_the_test(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => house.ReadAsync(db => db.Database.ExecuteSqlRawAsync("select 1 from olematon_taulu")));
        Assert.Contains("olematon_taulu", TestContext.Current.TestOutputHelper!.Output, StringComparison.Ordinal);
    }

    private static DateTimeOffset Instant(string written) => DateTimeOffset.Parse(written, null, System.Globalization.DateTimeStyles.AssumeUniversal);
}
