using Tupa.Access;

namespace Tupa.Tests;

/// <summary>/me/security/factor</summary>
public sealed class FactorPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 303, "/sign-in?returnUrl=%2Fme"),
        new(Guest.NotGated, 200, FactorText.Offered.Fi),
        new(Guest.Staff, 200, FactorText.Offered.Fi),
        new(Guest.Teacher, 200, FactorText.Offered.Fi),
        new(Guest.Pupil, 200, FactorText.Offered.Fi),
        new(Guest.Partner, 200, FactorText.Offered.Fi),
        new(Guest.Elected, 200, FactorText.Offered.Fi),
        new(Guest.Steward, 200, FactorText.Offered.Fi),
        new(Guest.Administrator, 200, FactorText.On.Fi, FactorText.SetUp.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task The_signed_in_are_offered_a_second_factor(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/security/factor", status, shows, hides);
}
