using Tupa.Access;

namespace Tupa.Tests;

/// <summary>/new-password</summary>
public sealed class NewPasswordPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 200, CodeText.NewTitle.Fi),
        new(Guest.NotGated, 200, CodeText.NewTitle.Fi),
        new(Guest.Staff, 200, CodeText.NewTitle.Fi),
        new(Guest.Teacher, 200, CodeText.NewTitle.Fi),
        new(Guest.Pupil, 200, CodeText.NewTitle.Fi),
        new(Guest.Partner, 200, CodeText.NewTitle.Fi),
        new(Guest.Elected, 200, CodeText.NewTitle.Fi),
        new(Guest.Steward, 200, CodeText.NewTitle.Fi),
        new(Guest.Administrator, 200, CodeText.NewTitle.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Anyone_may_use_a_link(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/new-password", status, shows, hides);
}
