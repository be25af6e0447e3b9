using Tupa.Register;

namespace Tupa.Tests;

/// <summary>/me/ends</summary>
public sealed class MyEndsPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.Of(
        new(Guest.SignedOut, 303, "/sign-in?returnUrl=%2Fme%2Fends"),
        new(Guest.NotGated, 200, EndingText.NoEnd.Fi),
        new(Guest.Staff, 200, EndingText.NoEnd.Fi),
        new(Guest.Pupil, 200, EndingText.NoEnd.Fi),
        new(Guest.Partner, 200, "Sami Hautakangas", EndingText.NoEnd.Fi),
        new(Guest.Elected, 200, EndingText.NoEnd.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Everyone_reads_when_the_own_access_ends_and_whom_to_ask(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/ends", status, shows, hides);
}
