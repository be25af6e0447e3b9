using Tupa.Access;

namespace Tupa.Tests;

/// <summary>/forgotten-password</summary>
public sealed class ForgottenPasswordPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 200, CodeText.ForgottenTitle.Fi),
        new(Guest.NotGated, 200, CodeText.ForgottenTitle.Fi),
        new(Guest.Staff, 200, CodeText.ForgottenTitle.Fi),
        new(Guest.Teacher, 200, CodeText.ForgottenTitle.Fi),
        new(Guest.Pupil, 200, CodeText.ForgottenTitle.Fi),
        new(Guest.Partner, 200, CodeText.ForgottenTitle.Fi),
        new(Guest.Elected, 200, CodeText.ForgottenTitle.Fi),
        new(Guest.Steward, 200, CodeText.ForgottenTitle.Fi),
        new(Guest.Administrator, 200, CodeText.ForgottenTitle.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Anyone_may_ask_for_help(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/forgotten-password", status, shows, hides);
}
