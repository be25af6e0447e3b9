using Tupa.Access;

namespace Tupa.Tests;

/// <summary>/me/security</summary>
public sealed class SecurityPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 303, "/sign-in?returnUrl=%2Fme"),
        new(Guest.NotGated, 200, "Chromium, Linux"),
        new(Guest.Staff, 200, "Chromium, Linux"),
        new(Guest.Teacher, 200, "Chromium, Linux"),
        new(Guest.Partner, 200, "Chromium, Linux"),
        new(Guest.Elected, 200, "Chromium, Linux"),
        new(Guest.Steward, 200, "Chromium, Linux"),
        new(Guest.Administrator, 200, "Chromium, Linux"),
        new(Guest.Pupil, 200, "Chromium, Linux", FactorText.Title.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task The_signed_in_see_their_own_sessions(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/security", status, shows, hides);
}
