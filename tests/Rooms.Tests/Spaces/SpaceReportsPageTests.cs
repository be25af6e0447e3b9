using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/spaces/{room}/reports</summary>
public sealed class SpaceReportsPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Tämä on ikävä"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Tämä on ikävä"),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, "Tämä on ikävä"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Tämä on ikävä"),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, "Tämä on ikävä"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Tämä on ikävä"),
        new(Guest.Teacher, 200, "Tämä on ikävä"));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_who_keeps_the_space_reads_what_was_reported(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/spaces/{room}/reports", status, shows, hides);
}
