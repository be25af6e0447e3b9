using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/spaces/{bridge}/members</summary>
public sealed class MembersPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Partner, 200, "Sami Hautakangas", MemberText.AddPerson.Fi),
        new(Guest.Steward, 200, MemberText.AddPerson.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Members_see_each_other_and_the_steward_may_let_in(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/spaces/{bridge}/members", status, shows, hides);
}
