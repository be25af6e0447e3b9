using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/spaces/{bridge}/settings</summary>
public sealed class SpaceSettingsPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, SpaceText.Settings.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Steward, 200, SpaceText.Save.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_the_steward_sees_the_settings(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/spaces/{bridge}/settings", status, shows, hides);
}
