using Tupa.Register;

namespace Tupa.Tests;

/// <summary>/me/people</summary>
public sealed class TeamPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, TeamText.Nobody.Fi),
        new(Guest.Pupil, 200, TeamText.Nobody.Fi),
        new(Guest.Partner, 200, TeamText.Nobody.Fi),
        new(Guest.Elected, 200, TeamText.Nobody.Fi),
        new(Guest.Administrator, 200, TeamText.Nobody.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task The_list_holds_those_one_answers_for_and_nobody_else(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/people", status, shows, hides);
}
