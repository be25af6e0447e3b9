using Tupa.Posts;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/posts/{post}/edit</summary>
public sealed class EditPostPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Steward, 200, ComposerText.Save.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Who_may_change_the_post_is_given_the_form(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/posts/{post}/edit", status, shows, hides);
}
