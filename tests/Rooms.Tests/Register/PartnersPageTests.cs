using Tupa.Register;

namespace Tupa.Tests;

/// <summary>/me/partners</summary>
public sealed class PartnersPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Steward, 200, "Pirjo Kumppani"),
        new(Guest.Staff, 200, PartnerText.Nobody.Fi, "Pirjo Kumppani"),
        new(Guest.Teacher, 200, PartnerText.Nobody.Fi, "Pirjo Kumppani"),
        new(Guest.Pupil, 200, PartnerText.Nobody.Fi, PartnerText.Invite.Fi),
        new(Guest.Partner, 200, PartnerText.Nobody.Fi, PartnerText.Invite.Fi),
        new(Guest.Elected, 200, PartnerText.Nobody.Fi, PartnerText.Invite.Fi),
        new(Guest.Administrator, 200, PartnerText.Nobody.Fi, "Pirjo Kumppani"));

    [Theory, MemberData(nameof(Answers))]
    public Task Partners_are_those_for_whom_one_answers(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/partners", status, shows, hides);
}
