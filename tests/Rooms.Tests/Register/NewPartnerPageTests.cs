using Tupa.Register;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/me/partners/new</summary>
public sealed class NewPartnerPageTests(VisitedTowns towns)
{
    private static readonly string Absent = UiText.HereIsNothing.Fi;

    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Steward, 200, "Salmensilta", PartnerText.NoPlaces.Fi),
        new(Guest.Staff, 200, PartnerText.NoPlaces.Fi, "Salmensilta"),
        new(Guest.Teacher, 200, "Luokka 7B", "Salmensilta"),
        new(Guest.Administrator, 200, PartnerText.NoPlaces.Fi),
        new(Guest.Pupil, 404, Absent),
        new(Guest.Partner, 404, Absent),
        new(Guest.Elected, 404, Absent));

    [Theory, MemberData(nameof(Answers))]
    public Task The_form_is_for_staff(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/partners/new", status, shows, hides);
}
