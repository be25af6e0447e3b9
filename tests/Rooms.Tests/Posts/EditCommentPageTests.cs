using Tupa.Posts;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/comments/{comment}/edit</summary>
public sealed class EditCommentPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Hyvä uutinen"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Hyvä uutinen"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Hyvä uutinen"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Hyvä uutinen"),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, "Hyvä uutinen"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Hyvä uutinen"),
        new(Guest.Partner, 200, CommentText.Save.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_who_said_it_changes_a_comment(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/comments/{comment}/edit", status, shows, hides);
}
