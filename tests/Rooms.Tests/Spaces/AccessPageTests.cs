using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/spaces/{bridge}/access</summary>
public sealed class AccessPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, SpaceText.AccessNow.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Steward, 200, "Pirjo Kumppani"));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_the_steward_sees_who_had_access_when(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/spaces/{bridge}/access", status, shows, hides);
}
