using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/people/{pupil}</summary>
public sealed class ProfilePageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, "Oona"),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, "Oona"),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, "Oona"),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, "Oona"),
        new(Guest.Administrator, 404, UiText.HereIsNothing.Fi, "Oona"),
        new(Guest.Teacher, 200, "Oona Oppilas"),
        new(Guest.Pupil, 200, "Oona Oppilas"));

    [Theory, MemberData(nameof(Answers))]
    public Task A_pupil_is_seen_by_class_and_teacher(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/people/{pupil}", status, shows, hides);
}
