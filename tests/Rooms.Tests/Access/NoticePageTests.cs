using Tupa.Access;

namespace Tupa.Tests;

/// <summary>/welcome/notice</summary>
public sealed class NoticePageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 303, "/sign-in?returnUrl=%2Fwelcome"),
        new(Guest.NotGated, 200, "Uuno"),
        new(Guest.Staff, 200, GateText.NoticeTitle.Fi),
        new(Guest.Teacher, 200, GateText.NoticeTitle.Fi),
        new(Guest.Partner, 200, GateText.NoticeTitle.Fi),
        new(Guest.Elected, 200, GateText.NoticeTitle.Fi),
        new(Guest.Steward, 200, GateText.NoticeTitle.Fi),
        new(Guest.Administrator, 200, GateText.NoticeTitle.Fi),
        new(Guest.Pupil, 200, GateText.PupilTitle.Fi, GateText.NoticeTitle.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task The_signed_in_read_what_is_held_and_why(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/welcome/notice", status, shows, hides);
}
