using Tupa.Access;

namespace Tupa.Tests;

/// <summary>/sign-in</summary>
public sealed class SignInPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 200, SignInText.Title.Fi),
        new(Guest.NotGated, 200, SignInText.Title.Fi),
        new(Guest.Staff, 200, SignInText.Title.Fi),
        new(Guest.Teacher, 200, SignInText.Title.Fi),
        new(Guest.Pupil, 200, SignInText.Title.Fi),
        new(Guest.Partner, 200, SignInText.Title.Fi),
        new(Guest.Elected, 200, SignInText.Title.Fi),
        new(Guest.Steward, 200, SignInText.Title.Fi),
        new(Guest.Administrator, 200, SignInText.Title.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Anyone_may_come_to_the_door(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/sign-in", status, shows, hides);
}
