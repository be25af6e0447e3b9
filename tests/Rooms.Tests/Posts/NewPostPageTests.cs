using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/posts/new</summary>
public sealed class NewPostPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Partner, 200, "Julkaise 2 henkilölle"),
        new(Guest.Steward, 200, "Julkaise 2 henkilölle"));

    [Theory, MemberData(nameof(Answers))]
    public Task Who_may_publish_in_the_space_is_given_the_composer(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/posts/new?space={bridge}", status, shows, hides);
}
