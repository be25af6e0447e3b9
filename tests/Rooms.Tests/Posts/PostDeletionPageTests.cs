using Tupa.Posts;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/posts/{post}/deletion</summary>
public sealed class PostDeletionPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Steward, 200, PostText.DeleteNow.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Who_may_delete_is_asked_once_more(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/posts/{post}/deletion", status, shows, hides);
}
