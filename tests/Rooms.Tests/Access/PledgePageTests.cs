using Tupa.Access;

namespace Tupa.Tests;

/// <summary>/welcome/pledge</summary>
public sealed class PledgePageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 303, "/sign-in?returnUrl=%2Fwelcome"),
        new(Guest.NotGated, 200, PledgeText.Title.Fi),
        new(Guest.Staff, 200, PledgeText.Title.Fi),
        new(Guest.Teacher, 200, PledgeText.Title.Fi),
        new(Guest.Pupil, 200, PledgeText.Title.Fi),
        new(Guest.Partner, 200, PledgeText.Title.Fi),
        new(Guest.Elected, 200, PledgeText.Title.Fi),
        new(Guest.Steward, 200, PledgeText.Title.Fi),
        new(Guest.Administrator, 200, PledgeText.Title.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task The_signed_in_read_the_pledge(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/welcome/pledge", status, shows, hides);
}
