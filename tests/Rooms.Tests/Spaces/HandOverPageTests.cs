using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>/me/handover</summary>
public sealed class HandOverPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, HandOverText.Nothing.Fi, "Salmensilta"),
        new(Guest.Pupil, 200, HandOverText.Nothing.Fi, HandOverText.HandOver.Fi),
        new(Guest.Partner, 200, HandOverText.Nothing.Fi, HandOverText.HandOver.Fi),
        new(Guest.Elected, 200, HandOverText.Nothing.Fi),
        new(Guest.Teacher, 200, "Luokka 7B", "Salmensilta"),
        new(Guest.Steward, 200, "Kesken jäänyt", "Luokka 7B"));

    [Theory, MemberData(nameof(Answers))]
    public Task One_hands_over_what_one_keeps_and_sees_nothing_of_what_others_do(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/handover", status, shows, hides);
}
