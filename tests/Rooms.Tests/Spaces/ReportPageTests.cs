using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/reports/{report}</summary>
public sealed class ReportPageTests(VisitedTowns towns)
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
    public Task A_report_is_read_by_those_it_was_sent_to(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/reports/{report}", status, shows, hides);
}
