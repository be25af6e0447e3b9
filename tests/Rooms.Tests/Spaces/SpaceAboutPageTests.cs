using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/spaces/{bridge}/about</summary>
public sealed class SpaceAboutPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Partner, 200, "Salmensilta: yhteinen työ", SpaceText.Settings.Fi),
        new(Guest.Steward, 200, SpaceText.Settings.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Members_read_what_the_space_is_for_and_the_steward_finds_its_settings(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/spaces/{bridge}/about", status, shows, hides);
}
