using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/posts/{post}/history</summary>
public sealed class PostHistoryPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Silta aukeaa"),
        new(Guest.Partner, 200, "Teksti"),
        new(Guest.Steward, 200, "Teksti"));

    [Theory, MemberData(nameof(Answers))]
    public Task The_audience_reads_what_the_post_said_before(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/posts/{post}/history", status, shows, hides);
}
