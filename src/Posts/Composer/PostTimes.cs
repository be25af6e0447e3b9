using System.Globalization;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>The times that the form asks for, as instants. Typed as wall-clock times in Helsinki.</summary>
internal sealed record PostTimes(DateTime PublishedAt, DateTime ExpiresAt, DateTime? MustReadUntil)
{
    private static readonly TimeOnly Morning = new(8, 0);
    private static readonly TimeOnly Afternoon = new(16, 0);

    /// <summary>Reads the times; what cannot be read is answered with words for its field.</summary>
    /// <param name="now">When it is published, if it is not for later.</param>
    public static PostTimes? Read(PostInput input, DateTime now, out Fault? fault)
    {
        fault = null;
        var at = now;
        if (input.Later && !Moment(input.Day, input.Time, Morning, out at)) return Not("day", out fault);
        if (input.Later && at <= now) return Not(new Fault("day", ComposerText.TimePassed), out fault);

        var until = Helsinki.Never;
        if (input.UntilDay.Length > 0)
        {
            if (!DateOnly.TryParseExact(input.UntilDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Not("untilday", out fault);
            until = Helsinki.EndOf(day);
            if (input.UntilTime.Length > 0 && !Moment(input.UntilDay, input.UntilTime, Morning, out until)) return Not("untilday", out fault);
            if (until <= at) return Not(new Fault("untilday", PostText.ExpiresBeforePublished), out fault);
        }

        DateTime? must = null;
        if (input.MustRead)
        {
            if (!Moment(input.MustDay, input.MustTime, Afternoon, out var deadline)) return Not("mustday", out fault);
            if (deadline <= at) return Not(new Fault("mustday", PostText.DeadlinePassed), out fault);
            must = deadline;
        }

        return new(at, until, must);
    }

    private static PostTimes? Not(string field, out Fault? fault) => Not(new Fault(field, ComposerText.NotATime), out fault);

    private static PostTimes? Not(Fault what, out Fault? fault)
    {
        fault = what;
        return null;
    }

    private static bool Moment(string day, string time, TimeOnly otherwise, out DateTime at)
    {
        at = default;
        var clock = otherwise;
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return false;
        if (time.Length > 0 && !TimeOnly.TryParseExact(time, ["HH:mm", "H.mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out clock)) return false;
        if (date >= Helsinki.Open) return false;

        at = Helsinki.ToUtc(date.ToDateTime(clock));
        return true;
    }
}
