
namespace Tupa.Tests;

/// <summary>/spaces</summary>
public sealed class SpacesPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, "Henkilöstön tori", "Salmensilta"),
        new(Guest.Teacher, 200, "Luokka 7B", "Salmensilta"),
        new(Guest.Pupil, 200, "Luokka 7B", "Henkilöstön tori"),
        new(Guest.Partner, 200, "Salmensilta", "Henkilöstön tori"),
        new(Guest.Elected, 200, "Valtuustosali", "Henkilöstön tori"),
        new(Guest.Steward, 200, "Salmensilta", "Luokka 7B"),
        new(Guest.Administrator, 200, "Henkilöstön tori", "Valtuustosali"));

    [Theory, MemberData(nameof(Answers))]
    public Task Everyone_finds_the_spaces_they_may_know_of(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/spaces", status, shows, hides);
}
