using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>How long a person may be let into a space by name: always until a day, at most a year ahead (DESIGN, law 2).</summary>
internal static class Grants
{
    public const int LongestMonths = 12;

    public static DateOnly LatestDay(DateOnly today) => today.AddMonths(LongestMonths);

    /// <summary>What is wrong with a last day; null where it will do.</summary>
    public static Text? Wrong(DateOnly? lastDay, DateOnly today) => lastDay switch
    {
        null => MemberText.UntilNeeded,
        { } day when day < today => MemberText.UntilPast,
        { } day when day > LatestDay(today) => MemberText.UntilLatest(LatestDay(today)),
        _ => null,
    };
}
