using Tupa.Register;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/register</summary>
public sealed class RegisterPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, AuthorityText.Populations.Fi),
        new(Guest.Administrator, 200, AuthorityText.Populations.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_an_administrator_sees_the_register_as_a_whole(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/register", status, shows, hides);
}
