using Tupa.Posts;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/posts/{post}</summary>
public sealed class PostVisitorsTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Partner, 200, "Korjattu teksti", PostText.Hide.Fi),
        new(Guest.Steward, 200, PostText.Hide.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task A_post_is_read_by_its_audience(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/posts/{post}", status, shows, hides);
}
