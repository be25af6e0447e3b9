using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>/reports/thanks</summary>
public sealed class ReportThanksPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, ReportText.Thanks.Fi),
        new(Guest.Teacher, 200, ReportText.Thanks.Fi),
        new(Guest.Pupil, 200, ReportText.Thanks.Fi),
        new(Guest.Partner, 200, ReportText.Thanks.Fi),
        new(Guest.Elected, 200, ReportText.Thanks.Fi),
        new(Guest.Steward, 200, ReportText.Thanks.Fi),
        new(Guest.Administrator, 200, ReportText.Thanks.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Whoever_has_reported_is_thanked(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/reports/thanks", status, shows, hides);
}
