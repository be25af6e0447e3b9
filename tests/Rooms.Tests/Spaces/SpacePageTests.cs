using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/spaces/{bridge}</summary>
public sealed class SpacePageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Partner, 200, "Silta aukeaa"),
        new(Guest.Steward, 200, "Silta aukeaa"));

    [Theory, MemberData(nameof(Answers))]
    public Task A_space_is_there_for_its_members_and_nobody_else(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/spaces/{bridge}", status, shows, hides);
}
