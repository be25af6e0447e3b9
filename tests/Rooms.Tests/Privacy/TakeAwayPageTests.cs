using Tupa.Privacy;

namespace Tupa.Tests;

/// <summary>/me/take-away</summary>
public sealed class TakeAwayPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 303, "/sign-in?returnUrl=%2Fme%2Ftake-away"),
        new(Guest.NotGated, 200, TakeAwayText.Lead.Fi),
        new(Guest.Staff, 200, TakeAwayText.Order.Fi, TakeAwayText.PupilLead.Fi),
        new(Guest.Pupil, 200, TakeAwayText.PupilLead.Fi, TakeAwayText.Lead.Fi),
        new(Guest.Partner, 200, TakeAwayText.Lead.Fi),
        new(Guest.Elected, 200, TakeAwayText.Lead.Fi),
        new(Guest.Steward, 200, TakeAwayText.None.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Everyone_may_take_their_data_along(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/take-away", status, shows, hides);
}
