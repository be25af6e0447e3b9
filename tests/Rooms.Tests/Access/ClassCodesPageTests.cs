using Tupa.Access;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/classes/{class}/sign-in-codes</summary>
public sealed class ClassCodesPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, CodeText.PrintClass.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, CodeText.PrintClass.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, CodeText.PrintClass.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, CodeText.PrintClass.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, CodeText.PrintClass.Fi),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, CodeText.PrintClass.Fi),
        new(Guest.Teacher, 200, "Veeti Åkerlund"));

    [Theory, MemberData(nameof(Answers))]
    public Task The_teacher_of_a_class_may_make_its_codes(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/classes/{class}/sign-in-codes", status, shows, hides);
}
