using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>/reports/new</summary>
public sealed class NewReportPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, ReportText.Reason.Fi, "Retki perjantaina"),
        new(Guest.Teacher, 200, ReportText.Reason.Fi, "Retki perjantaina"),
        new(Guest.Partner, 200, ReportText.Reason.Fi, "Retki perjantaina"),
        new(Guest.Elected, 200, ReportText.Reason.Fi, "Retki perjantaina"),
        new(Guest.Steward, 200, ReportText.Reason.Fi, "Retki perjantaina"),
        new(Guest.Administrator, 200, ReportText.Reason.Fi, "Retki perjantaina"),
        new(Guest.Pupil, 200, ReportText.Reason.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Anyone_may_write_a_report_and_the_form_tells_nothing_of_the_thing(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/reports/new?kind=post&thing={classpost}", status, shows, hides);
}
