using Tupa.Register;

namespace Tupa.Tests;

/// <summary>/me</summary>
public sealed class MePageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 303, "/sign-in?returnUrl=%2Fme"),
        new(Guest.NotGated, 200, "Uuno"),
        new(Guest.Staff, 200, "Börje"),
        new(Guest.Teacher, 200, "Jelena"),
        new(Guest.Pupil, 200, MeText.PupilHeading.Fi),
        new(Guest.Partner, 200, "Pirjo"),
        new(Guest.Elected, 200, "Eero"),
        new(Guest.Steward, 200, "Sami"),
        new(Guest.Administrator, 200, "Rauni"));

    [Theory, MemberData(nameof(Answers))]
    public Task Everyone_reads_what_is_held_of_them(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me", status, shows, hides);
}
