using Tupa.Register;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/register/extensions</summary>
public sealed class ExtensionsPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, EndingText.Proposals.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, EndingText.Proposals.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, EndingText.Proposals.Fi),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, EndingText.Proposals.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Only_a_steward_of_a_source_decides(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/register/extensions", status, shows, hides);
}
