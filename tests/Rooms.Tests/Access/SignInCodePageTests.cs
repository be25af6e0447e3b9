using Tupa.Access;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/people/{pupil}/sign-in-code</summary>
public sealed class SignInCodePageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Oona"),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, "Oona"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Oona"),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, "Oona"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Oona"),
        new(Guest.Teacher, 200, "Oona Oppilas"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, CodeText.Issue.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Who_answers_for_a_pupil_may_make_a_code(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/people/{pupil}/sign-in-code", status, shows, hides);
}
