using Tupa.Kernel;
using Tupa.Notifications;

namespace Tupa.Tests.Notifications;

public sealed class QuietHoursTests
{
    // 23.11.2026 is a Monday.
    [Theory]
    [InlineData("2026-11-23T06:59", 17, 7, true, true)]
    [InlineData("2026-11-23T07:00", 17, 7, true, false)]
    [InlineData("2026-11-23T16:59", 17, 7, true, false)]
    [InlineData("2026-11-23T17:00", 17, 7, true, true)]
    [InlineData("2026-11-28T12:00", 17, 7, true, true)]
    [InlineData("2026-11-29T12:00", 17, 7, true, true)]
    [InlineData("2026-11-29T12:00", 17, 7, false, false)]
    [InlineData("2026-11-23T03:00", 0, 0, false, false)]
    [InlineData("2026-11-23T13:00", 12, 14, false, true)]
    [InlineData("2026-11-23T14:00", 12, 14, false, false)]
    [InlineData("2026-07-15T07:30", 17, 7, true, false)]
    public void Hours_are_quiet_by_the_Helsinki_clock(string local, int from, int until, bool weekends, bool quiet) =>
        Assert.Equal(quiet, new QuietHours(from, until, weekends).AreQuiet(Helsinki.ToUtc(DateTime.Parse(local, null))));

    [Theory]
    [InlineData("2026-11-23T12:00", "2026-11-23T12:00")]
    [InlineData("2026-11-23T18:20", "2026-11-24T07:00")]
    [InlineData("2026-11-27T17:00", "2026-11-30T07:00")]
    [InlineData("2026-03-28T23:30", "2026-03-30T07:00")]
    public void Quiet_hours_end_at_a_whole_hour(string local, string end) =>
        Assert.Equal(Helsinki.ToUtc(DateTime.Parse(end, null)), QuietHours.Default.EndFrom(Helsinki.ToUtc(DateTime.Parse(local, null))));

    [Fact]
    public void What_concerns_the_account_cannot_be_silenced_and_pupils_get_nothing_unasked()
    {
        Assert.Equal([Pace.Now], Wishes.Offered(NoticeKind.NewSignIn, pupil: false));
        Assert.DoesNotContain(Pace.Never, Wishes.Offered(NoticeKind.MustRead, pupil: false));
        Assert.All(Enum.GetValues<NoticeKind>(), kind => Assert.Equal(Pace.Never, Wishes.Default(kind, pupil: true)));
        Assert.All(Enum.GetValues<NoticeKind>(), kind => Assert.Contains(Wishes.Default(kind, pupil: false), Wishes.Offered(kind, pupil: false)));
    }
}
