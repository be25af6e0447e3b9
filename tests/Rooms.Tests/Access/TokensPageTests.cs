using Tupa.Access;

namespace Tupa.Tests;

/// <summary>/me/tokens</summary>
public sealed class TokensPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 200, TokenText.None.Fi),
        new(Guest.Teacher, 200, TokenText.None.Fi),
        new(Guest.Pupil, 200, TokenText.None.Fi),
        new(Guest.Partner, 200, TokenText.None.Fi),
        new(Guest.Elected, 200, TokenText.None.Fi),
        new(Guest.Steward, 200, TokenText.None.Fi),
        new(Guest.Administrator, 200, TokenText.None.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task The_keys_of_ones_own_programs_are_ones_own(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/tokens", status, shows, hides);
}
