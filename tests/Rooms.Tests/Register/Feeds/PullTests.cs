using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>When sources are asked, and what one that breaks does to the others.</summary>
public sealed class PullTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_source_that_breaks_stops_no_other_and_is_not_asked_again_before_its_time(string database)
    {
        var (breaks, works) = (new FakePull("a", Breaks: true), new FakePull("b", Breaks: false));
        await using var house = await TestHouse.OpenAsync(database, more: services =>
        {
            services.AddScoped<IFeedReader>(_ => new TestReader(Source.Ldap, "a"));
            services.AddScoped<IFeedReader>(_ => new TestReader(Source.Ldap, "b"));
            services.AddScoped<IFeedPull>(_ => breaks);
            services.AddScoped<IFeedPull>(_ => works);
        });

        await Assert.ThrowsAsync<IOException>(() => RunAsync(house));
        Assert.Equal(new JobReport(), await RunAsync(house));
        Assert.Equal((1, 1), (breaks.Asked, works.Asked));
        Assert.Equal(works.Format, await house.ReadAsync(db => db.Set<Batch>().Select(b => b.Format).SingleAsync()));

        house.Clock.Move(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<IOException>(() => RunAsync(house));
        Assert.Equal((2, 2), (breaks.Asked, works.Asked));
    }

    [Theory]
    [InlineData("2026-01-10T01:29:59Z", "2026-01-10T01:30:00Z")]
    [InlineData("2026-01-10T01:30:00Z", "2026-01-11T01:30:00Z")]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("2026-03-29T12:00:00Z", "2026-03-30T00:30:00Z")]
    public void The_schools_are_asked_once_a_day_at_an_hour_of_Helsinki(string after, string next) =>
        Assert.Equal(Utc(next), new RosterPullSettings().NextAfter(Utc(after)));

    private static DateTime Utc(string written) => DateTimeOffset.Parse(written, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    private static Task<JobReport> RunAsync(TestHouse house) => house.InAsync((PullWork work) => work.RunAsync(default));

    private sealed record FakePull(string Feed, bool Breaks) : IFeedPull
    {
        public int Asked { get; private set; }

        public string Format => TestReader.FormatOf(Source.Ldap, Feed);

        public bool IsConfigured => true;

        public DateTime DueAfter(DateTime? last, bool failed) => last is { } at ? at.AddMinutes(30) : DateTime.MinValue;

        public async Task<Pulled> PullAsync(string path, string? mark, FeedNotes notes, CancellationToken stop)
        {
            Asked++;
            if (Breaks) throw new IOException("The line is cut");

            await File.WriteAllBytesAsync(path, TestReader.Write(new([])), stop);
            return new(PullOutcome.Fetched);
        }
    }
}
