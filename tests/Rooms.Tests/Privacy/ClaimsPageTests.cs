using Tupa.Privacy;
using Tupa.Ui;

namespace Tupa.Tests;

/// <summary>/privacy/claims</summary>
public sealed class ClaimsPageTests(VisitedTowns towns)
{
    public static TheoryData<string, Guest, int, string, string> Answers => VisitedTowns.OfMembers(
        new(Guest.Staff, 404, UiText.HereIsNothing.Fi, ClaimText.RunNow.Fi),
        new(Guest.Teacher, 404, UiText.HereIsNothing.Fi, ClaimText.RunNow.Fi),
        new(Guest.Pupil, 404, UiText.HereIsNothing.Fi, ClaimText.RunNow.Fi),
        new(Guest.Partner, 404, UiText.HereIsNothing.Fi, ClaimText.RunNow.Fi),
        new(Guest.Elected, 404, UiText.HereIsNothing.Fi, ClaimText.RunNow.Fi),
        new(Guest.Steward, 404, UiText.HereIsNothing.Fi, ClaimText.RunNow.Fi),
        new(Guest.Administrator, 200, ClaimText.RunNow.Fi, UiText.HereIsNothing.Fi));

    [Theory, MemberData(nameof(Answers))]
    public Task Who_answers_for_promises_sees_how_they_stand(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/privacy/claims", status, shows, hides);
}
