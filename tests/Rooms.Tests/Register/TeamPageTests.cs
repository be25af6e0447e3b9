using Tupa.Register;

namespace Tupa.Tests;

/// <summary>/me/people</summary>
public sealed class TeamPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, EndingText.Nobody.Fi),
        new(Guest.Pupil, 200, EndingText.Nobody.Fi),
        new(Guest.Partner, 200, EndingText.Nobody.Fi),
        new(Guest.Elected, 200, EndingText.Nobody.Fi),
        new(Guest.Administrator, 200, EndingText.Nobody.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Coming_ends_are_those_of_ones_own_people(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/people", status, shows, hides);
}
