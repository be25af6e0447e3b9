using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>/</summary>
public sealed class HomePageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, HomeText.EmptyTitle.Fi, "Kahvit torilla"),
        new(Guest.Teacher, 200, "Retki perjantaina", "Silta aukeaa"),
        new(Guest.Pupil, 200, "Retki perjantaina", "Kahvit torilla"),
        new(Guest.Partner, 200, "Silta aukeaa", "Kahvit torilla"),
        new(Guest.Elected, 200, "Esityslista", "Silta aukeaa"),
        new(Guest.Steward, 200, "Silta aukeaa", "Retki perjantaina"),
        new(Guest.Administrator, 200, HomeText.EmptyTitle.Fi, "Silta aukeaa"));

    [Theory, MemberData(nameof(Answers))]
    public Task Home_shows_what_is_new_in_ones_own_spaces(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/", status, shows, hides);
}
