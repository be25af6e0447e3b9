using Tupa.Register;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/me/partners/{assignment}</summary>
public sealed class PartnerPageTests(VisitedTowns towns)
{
    private static readonly string Absent = UiText.HereIsNothing.Fi;

    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Steward, 200, PartnerText.ReasonHelp.Fi),
        new(Guest.Staff, 404, Absent, "Kumppani"),
        new(Guest.Teacher, 404, Absent),
        new(Guest.Pupil, 404, Absent),
        new(Guest.Partner, 404, Absent),
        new(Guest.Elected, 404, Absent),
        new(Guest.Administrator, 404, Absent));

    [Theory, MemberData(nameof(Answers))]
    public Task A_partner_is_shown_to_those_who_answer_for_them(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/partners/{partnership}", status, shows, hides);
}
