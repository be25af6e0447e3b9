using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/spaces/new</summary>
public sealed class NewSpacePageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, SpaceText.FoundLead.Fi),
        new(Guest.Teacher, 200, SpaceText.FoundLead.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi),
        new(Guest.Steward, 200, SpaceText.FoundLead.Fi),
        new(Guest.Administrator, 200, SpaceText.FoundLead.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Staff_may_found_a_space(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/spaces/new", status, shows, hides);
}
