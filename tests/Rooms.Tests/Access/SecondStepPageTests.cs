using Tupa.Access;

namespace Tupa.Tests;

/// <summary>/sign-in/second-step</summary>
public sealed class SecondStepPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 200, SignInText.SecondTitle.Fi),
        new(Guest.NotGated, 200, SignInText.SecondTitle.Fi),
        new(Guest.Staff, 200, SignInText.SecondTitle.Fi),
        new(Guest.Teacher, 200, SignInText.SecondTitle.Fi),
        new(Guest.Pupil, 200, SignInText.SecondTitle.Fi),
        new(Guest.Partner, 200, SignInText.SecondTitle.Fi),
        new(Guest.Elected, 200, SignInText.SecondTitle.Fi),
        new(Guest.Steward, 200, SignInText.SecondTitle.Fi),
        new(Guest.Administrator, 200, SignInText.SecondTitle.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task The_second_step_tells_nothing_of_anyone(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/sign-in/second-step", status, shows, hides);
}
