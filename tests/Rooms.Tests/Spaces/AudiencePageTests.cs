using Tupa.Spaces;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/audiences/{audience}</summary>
public sealed class AudiencePageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Salmensilta"),
        new(Guest.Partner, 200, AudienceText.WhyI.Fi),
        new(Guest.Steward, 200, "Pirjo Kumppani"));

    [Theory, MemberData(nameof(Answers))]
    public Task Those_who_see_a_thing_may_see_who_else_does_and_why(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/audiences/{audience}", status, shows, hides);
}
